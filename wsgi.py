"""The application for a WSGI server: `granian --interface wsgi wsgi:app` or `gunicorn wsgi:app`."""

from esafety import create_app
from esafety.settings import Settings

app = create_app(Settings.from_environment())
