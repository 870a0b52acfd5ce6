"""What comes back to a pupil two and six weeks later."""

import sqlalchemy as sa
from alembic import op


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "follow_up",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("expectation", sa.Text(), nullable=False),
        sa.Column("version_id", sa.BigInteger(), nullable=True),
        sa.Column("question_id", sa.Text(), nullable=True),
        sa.Column("grade", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("grade in ('secure', 'developing', 'unsure', 'misunderstood')", name=op.f("ck_follow_up__grade")),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_follow_up__school_id_pupil_id")
        ),
        sa.ForeignKeyConstraint(["version_id"], ["content_version.id"], name=op.f("fk_follow_up__version_id")),
        sa.PrimaryKeyConstraint("school_id", "pupil_id", "about", "due_on", name=op.f("pk_follow_up")),
    )
    op.create_index("ix_follow_up__expectation", "follow_up", ["school_id", "pupil_id", "expectation"], unique=False)
    op.add_column("attempt", sa.Column("woven", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("attempt", "woven")
    op.drop_index("ix_follow_up__expectation", "follow_up")
    op.drop_table("follow_up")
