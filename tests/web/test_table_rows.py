"""Tables on narrow screens: each cell says what it is."""

from __future__ import annotations

from markupsafe import Markup

from esafety.web.table_rows import labelled


def test_each_cell_gets_the_heading_of_its_column() -> None:
    rows = Markup('<tr>\n<th scope="row">Ann</th><td class="number">3</td></tr><tr><td>Ben</td><td>4</td></tr>')
    assert labelled(rows, ["Child", "Answers"]) == (
        '<tr>\n<th scope="row">Ann</th><td data-label="Answers" class="number">3</td></tr>'
        '<tr><td data-label="Child">Ben</td><td data-label="Answers">4</td></tr>'
    )


def test_a_heading_cannot_break_out_of_the_cell() -> None:
    assert labelled(Markup("<tr><td>1</td></tr>"), ['"><script>']) == ('<tr><td data-label="&#34;&gt;&lt;script&gt;">1</td></tr>')


def test_a_row_longer_than_its_headings_stays_as_it_is() -> None:
    assert labelled(Markup("<tr><td>1</td><td>2</td></tr>"), ["One"]) == '<tr><td data-label="One">1</td><td>2</td></tr>'
