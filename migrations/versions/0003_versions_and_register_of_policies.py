"""Drafts and versions of policies, the register with its links, who has read, and reminders of reviews."""

import sqlalchemy as sa
from alembic import op


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WORDS = sa.Text()
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    # One column after the other: making these tables anew would need all that point to them to let go.
    op.add_column("policy", sa.Column("kept_where", WORDS, server_default="", nullable=False))
    op.add_column("policy_version", sa.Column("archived_at", MOMENT, nullable=True))
    op.add_column("policy_version", sa.Column("begun_at", MOMENT, nullable=True))
    op.add_column(
        "policy_version",
        sa.Column(
            "change",
            WORDS,
            sa.CheckConstraint("change in ('first', 'minor', 'read-again')", name=op.f("ck_policy_version__change")),
            server_default="first",
            nullable=False,
        ),
    )
    op.add_column("policy_version", sa.Column("change_note", WORDS, server_default="", nullable=False))
    op.add_column("policy_version", sa.Column("gaps_reason", WORDS, server_default="", nullable=False))
    op.add_column("policy_version", sa.Column("frame", WORDS, server_default="[]", nullable=False))
    op.add_column("clause", sa.Column("context", WORDS, server_default="", nullable=False))
    op.add_column("clause", sa.Column("anchor", WORDS, server_default="", nullable=False))
    op.add_column("clause", sa.Column("confirmed_at", MOMENT, nullable=True))
    op.create_table(
        "policy_owner",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("policy_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("membership_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "policy_id"], ["policy.school_id", "policy.id"], name=op.f("fk_policy_owner__school_id_policy_id")
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "membership_id"],
            ["membership.school_id", "membership.id"],
            name=op.f("fk_policy_owner__school_id_membership_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "policy_id", name=op.f("pk_policy_owner")),
    )
    op.create_table(
        "clause_proposal",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("clause_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rank", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("expectation", WORDS, nullable=False),
        sa.Column("percent", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "clause_id"], ["clause.school_id", "clause.id"], name=op.f("fk_clause_proposal__school_id_clause_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "clause_id", "rank", name=op.f("pk_clause_proposal")),
    )
    op.create_table(
        "policy_link",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("policy_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("linked_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "policy_id"], ["policy.school_id", "policy.id"], name=op.f("fk_policy_link__school_id_policy_id")
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "linked_id"], ["policy.school_id", "policy.id"], name=op.f("fk_policy_link__school_id_linked_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "policy_id", "linked_id", name=op.f("pk_policy_link")),
    )
    op.create_table(
        "policy_reading",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_policy_reading__account_id")),
        sa.ForeignKeyConstraint(
            ["school_id", "version_id"],
            ["policy_version.school_id", "policy_version.id"],
            name=op.f("fk_policy_reading__school_id_version_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "version_id", "account_id", name=op.f("pk_policy_reading")),
    )
    op.create_table(
        "policy_reminder",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("membership_id", sa.BigInteger(), nullable=False),
        sa.Column("policy_id", sa.BigInteger(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("days", sa.BigInteger(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.CheckConstraint("days between 0 and 90", name=op.f("ck_policy_reminder__days")),
        sa.ForeignKeyConstraint(
            ["school_id", "membership_id"],
            ["membership.school_id", "membership.id"],
            name=op.f("fk_policy_reminder__school_id_membership_id"),
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "policy_id"], ["policy.school_id", "policy.id"], name=op.f("fk_policy_reminder__school_id_policy_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_policy_reminder")),
        sa.UniqueConstraint(
            "school_id",
            "policy_id",
            "membership_id",
            "review_on",
            "days",
            name=op.f("uq_policy_reminder__school_id_policy_id_membership_id_review_on_days"),
        ),
    )


def downgrade() -> None:
    for table in ("policy_reminder", "policy_reading", "policy_link", "clause_proposal", "policy_owner"):
        op.drop_table(table)
    for table, columns in (
        ("clause", ("confirmed_at", "anchor", "context")),
        ("policy_version", ("frame", "gaps_reason", "change_note", "change", "begun_at", "archived_at")),
        ("policy", ("kept_where",)),
    ):
        for column in columns:
            op.drop_column(table, column)
