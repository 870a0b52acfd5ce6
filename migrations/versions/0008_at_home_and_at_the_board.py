"""Badges of strands, tasks at home, and lessons that a class does together at the board."""

import sqlalchemy as sa
from alembic import op


revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

WORDS = sa.Text()
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "strand_badge",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("strand", WORDS, nullable=False),
        sa.Column("band", WORDS, nullable=False),
        sa.Column("earned_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_strand_badge__school_id_pupil_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "pupil_id", "strand", "band", name=op.f("pk_strand_badge")),
    )
    op.create_table(
        "family_task",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("link_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_key", WORDS, nullable=False),
        sa.Column("done_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "link_id"],
            ["guardian_link.school_id", "guardian_link.id"],
            name=op.f("fk_family_task__school_id_link_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "link_id", "lesson_key", name=op.f("pk_family_task")),
    )
    op.create_index("ix_family_task__lesson", "family_task", ["school_id", "lesson_key"], unique=False)
    op.create_table(
        "guess_round",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("link_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_key", WORDS, nullable=False),
        sa.Column("own", WORDS, nullable=False),
        sa.Column("guess", WORDS, nullable=False),
        sa.Column("outcome", WORDS, nullable=True),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "link_id"],
            ["guardian_link.school_id", "guardian_link.id"],
            name=op.f("fk_guess_round__school_id_link_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "link_id", "lesson_key", name=op.f("pk_guess_round")),
    )
    op.create_table(
        "class_lesson",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("class_id", sa.BigInteger(), nullable=False),
        sa.Column("lesson_key", WORDS, nullable=False),
        sa.Column("expectation", WORDS, nullable=False),
        sa.Column("version_id", sa.BigInteger(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id", "class_id"],
            ["school_class.school_id", "school_class.id"],
            name=op.f("fk_class_lesson__school_id_class_id"),
        ),
        sa.ForeignKeyConstraint(["version_id"], ["content_version.id"], name=op.f("fk_class_lesson__version_id")),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_class_lesson")),
    )
    op.create_index("ix_class_lesson__class", "class_lesson", ["school_id", "class_id", "lesson_key"], unique=False)
    op.create_table(
        "hands_up",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("class_lesson_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("question_id", WORDS, nullable=False),
        sa.Column("option_id", WORDS, nullable=False),
        sa.Column("hands", sa.BigInteger(), nullable=False),
        sa.Column("grade", WORDS, nullable=False),
        sa.Column("misconception", WORDS, nullable=True),
        sa.CheckConstraint("grade in ('secure', 'developing', 'unsure', 'misunderstood')", name=op.f("ck_hands_up__grade")),
        sa.CheckConstraint("hands between 0 and 99", name=op.f("ck_hands_up__hands")),
        sa.ForeignKeyConstraint(
            ["school_id", "class_lesson_id"],
            ["class_lesson.school_id", "class_lesson.id"],
            name=op.f("fk_hands_up__school_id_class_lesson_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "class_lesson_id", "question_id", "option_id", name=op.f("pk_hands_up")),
    )


def downgrade() -> None:
    op.drop_table("hands_up")
    op.drop_index("ix_class_lesson__class", "class_lesson")
    op.drop_table("class_lesson")
    op.drop_table("guess_round")
    op.drop_index("ix_family_task__lesson", "family_task")
    op.drop_table("family_task")
    op.drop_table("strand_badge")
