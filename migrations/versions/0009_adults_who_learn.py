"""Who has finished a module, counted adult by adult without sorting."""

from alembic import op


revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_module_attempt__module", "module_attempt")
    op.create_index(
        "ix_module_attempt__learner", "module_attempt", ["school_id", "account_id", "module_key", "finished_at"], unique=False
    )


def downgrade() -> None:
    op.drop_index("ix_module_attempt__learner", "module_attempt")
    op.create_index(
        "ix_module_attempt__module", "module_attempt", ["school_id", "module_key", "finished_at", "account_id"], unique=False
    )
