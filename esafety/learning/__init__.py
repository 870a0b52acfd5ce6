"""Lessons as pupils and adults do them: assignments, attempts, answers, marking, standing, badges."""
