"""Lessons that a school wrote, adapted or switched off."""

import sqlalchemy as sa
from alembic import op


revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lesson_off",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "key", name=op.f("pk_lesson_off")),
    )
    op.create_table(
        "own_lesson",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_own_lesson")),
        sa.UniqueConstraint("school_id", "key", name=op.f("uq_own_lesson__school_id_key")),
    )
    op.create_table(
        "own_lesson_version",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("based_on", sa.BigInteger(), nullable=True),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version_id", sa.BigInteger(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["based_on"], ["content_version.id"], name=op.f("fk_own_lesson_version__based_on")),
        sa.ForeignKeyConstraint(
            ["school_id", "lesson_id"],
            ["own_lesson.school_id", "own_lesson.id"],
            name=op.f("fk_own_lesson_version__school_id_lesson_id"),
        ),
        sa.ForeignKeyConstraint(["version_id"], ["content_version.id"], name=op.f("fk_own_lesson_version__version_id")),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_own_lesson_version")),
        sa.UniqueConstraint("school_id", "lesson_id", "number", name=op.f("uq_own_lesson_version__school_id_lesson_id_number")),
    )


def downgrade() -> None:
    op.drop_table("own_lesson_version")
    op.drop_table("own_lesson")
    op.drop_table("lesson_off")
