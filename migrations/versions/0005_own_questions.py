"""Questions of a school's own."""

import sqlalchemy as sa
from alembic import op


revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_question",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_own_question")),
        sa.UniqueConstraint("school_id", "key", name=op.f("uq_own_question__school_id_key")),
    )
    op.create_table(
        "own_question_version",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("question_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id", "question_id"],
            ["own_question.school_id", "own_question.id"],
            name=op.f("fk_own_question_version__school_id_question_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_own_question_version")),
        sa.UniqueConstraint(
            "school_id", "question_id", "number", name=op.f("uq_own_question_version__school_id_question_id_number")
        ),
    )


def downgrade() -> None:
    op.drop_table("own_question_version")
    op.drop_table("own_question")
