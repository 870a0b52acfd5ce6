"""What the tests stand on: real databases, a real server, a real browser, and a reader of pages.

Fixtures for every test:
- `database`, `database_url`: fresh and migrated; with `@pytest.mark.both_databases` on SQLite and on PostgreSQL.
  `empty_postgresql()` gives one without tables.
- `settings`, `app`: the application on that database. `visitor` opens its pages as somebody without JavaScript;
  `Visitor(app)` is another person. Every page it opens is checked (markup.py).
- `live_server`: a real server process on that database; `serve(settings)` starts one with other settings;
  `lasting_server` lives as long as the worker.
- `tab`, `tab_without_javascript`, `new_tab(**options)`: a real Chromium. `assert_accessible(tab)` runs axe-core.
"""
