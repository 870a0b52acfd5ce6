"""Lessons that are set for some pupils of a class."""

import sqlalchemy as sa
from alembic import op


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chosen_pupil",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("assignment_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "assignment_id"],
            ["assignment.school_id", "assignment.id"],
            name=op.f("fk_chosen_pupil__school_id_assignment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_chosen_pupil__school_id_pupil_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "assignment_id", "pupil_id", name=op.f("pk_chosen_pupil")),
    )
    with op.batch_alter_table("chosen_pupil", schema=None) as batch_op:
        batch_op.create_index("ix_chosen_pupil__pupil", ["school_id", "pupil_id"], unique=False)

    with op.batch_alter_table("assignment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("for_all", sa.Boolean(), server_default=sa.true(), nullable=False))


def downgrade() -> None:
    op.drop_index("ix_chosen_pupil__pupil", "chosen_pupil")
    op.drop_table("chosen_pupil")
    # In place: making the table anew would need all that points to it to let go.
    op.drop_column("assignment", "for_all")
