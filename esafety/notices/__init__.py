"""Paper and messages to adults: letters with codes, login cards, receipts, the governors' sheet, reminders.

Every message is a row of the outbox before it leaves. Documents are set by Typst from values, never from built-up markup.
The outside service, a mail server, stands behind one port with a twin that sends nothing.
"""
