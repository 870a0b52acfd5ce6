"""What every room stands on and that knows no room: database, schools kept apart, jobs, clock, language, audit."""
