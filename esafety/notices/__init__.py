"""What leaves the application: letters, cards, receipts and reports as PDF, reminders, and the outbox."""
