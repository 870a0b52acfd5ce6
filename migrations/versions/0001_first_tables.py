"""first tables"""

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sign_in_name", sa.Text(), nullable=False),
        sa.Column("display_name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("totp_secret", sa.Text(), nullable=True),
        sa.Column("totp_last_step", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("sign_in_name", name=op.f("uq_account__sign_in_name")),
    )
    op.create_table(
        "agreement_version",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_agreement_version")),
        sa.UniqueConstraint("school_id", "key", "number", name=op.f("uq_agreement_version__school_id_key_number")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_audit_entry")),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index("ix_audit_entry__school_id_at", ["school_id", "at"], unique=False)

    op.create_table(
        "chain_entry",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=True),
        sa.Column("commitment", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("school_id", "sequence", name=op.f("pk_chain_entry")),
        sa.UniqueConstraint("school_id", "hash", name=op.f("uq_chain_entry__school_id_hash")),
    )
    op.create_table(
        "content_version",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_version")),
        sa.UniqueConstraint("kind", "key", "number", name=op.f("uq_content_version__kind_key_number")),
    )
    op.create_table(
        "done_once",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_done_once")),
    )
    op.create_table(
        "job",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("school_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("run_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("key", name=op.f("uq_job__key")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index("ix_job__due", ["finished_at", "run_at"], unique=False)

    op.create_table(
        "policy",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner_role", sa.Text(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_policy")),
        sa.UniqueConstraint("school_id", "key", name=op.f("uq_policy__school_id_key")),
    )
    op.create_table(
        "school_class",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("year_group", sa.BigInteger(), nullable=False),
        sa.Column("school_year", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("year_group between 0 and 6", name=op.f("ck_school_class__year_group")),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_school_class")),
        sa.UniqueConstraint("school_id", "school_year", "name", name=op.f("uq_school_class__school_id_school_year_name")),
    )
    op.create_table(
        "sign_in_failure",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_failure")),
    )
    with op.batch_alter_table("sign_in_failure", schema=None) as batch_op:
        batch_op.create_index("ix_sign_in_failure__key_at", ["key", "at"], unique=False)

    op.create_table(
        "trust",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trust")),
    )
    op.create_table(
        "web_session",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("school_id", sa.BigInteger(), nullable=True),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("pupil_id", sa.BigInteger(), nullable=True),
        sa.Column("opening_id", sa.BigInteger(), nullable=True),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("second_factor_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_web_session")),
    )
    with op.batch_alter_table("web_session", schema=None) as batch_op:
        batch_op.create_index("ix_web_session__account", ["account_id"], unique=False)
        batch_op.create_index("ix_web_session__opening", ["school_id", "opening_id"], unique=False)
        batch_op.create_index("ix_web_session__pupil", ["school_id", "pupil_id"], unique=False)

    op.create_table(
        "agreement_round",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("school_year", sa.BigInteger(), nullable=False),
        sa.Column("version_id", sa.BigInteger(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "version_id"],
            ["agreement_version.school_id", "agreement_version.id"],
            name=op.f("fk_agreement_round__school_id_version_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_agreement_round")),
        sa.UniqueConstraint("school_id", "school_year", name=op.f("uq_agreement_round__school_id_school_year")),
    )
    op.create_table(
        "assignment",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("class_id", sa.BigInteger(), nullable=False),
        sa.Column("lesson_key", sa.Text(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("set_by", sa.BigInteger(), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id", "class_id"],
            ["school_class.school_id", "school_class.id"],
            name=op.f("fk_assignment__school_id_class_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_assignment")),
        sa.UniqueConstraint(
            "school_id", "class_id", "lesson_key", "opens_on", name=op.f("uq_assignment__school_id_class_id_lesson_key_opens_on")
        ),
    )
    op.create_table(
        "class_opening",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("class_id", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.BigInteger(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wrong", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "class_id"],
            ["school_class.school_id", "school_class.id"],
            name=op.f("fk_class_opening__school_id_class_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_class_opening")),
    )
    with op.batch_alter_table("class_opening", schema=None) as batch_op:
        batch_op.create_index("ix_class_opening__class", ["school_id", "class_id"], unique=False)
        batch_op.create_index("ix_class_opening__code", ["code"], unique=False)

    op.create_table(
        "guardian",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("by_paper", sa.Boolean(), nullable=False),
        sa.Column("match_key", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_guardian__account_id")),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_guardian")),
        sa.UniqueConstraint("school_id", "account_id", name=op.f("uq_guardian__school_id_account_id")),
        sa.UniqueConstraint("school_id", "match_key", name=op.f("uq_guardian__school_id_match_key")),
    )
    with op.batch_alter_table("guardian", schema=None) as batch_op:
        batch_op.create_index("ix_guardian__account", ["account_id"], unique=False)
        batch_op.create_index("ix_guardian__reached", ["school_id", "id", "account_id"], unique=False)

    op.create_table(
        "known_device",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_known_device__account_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_known_device")),
    )
    with op.batch_alter_table("known_device", schema=None) as batch_op:
        batch_op.create_index("ix_known_device__account", ["account_id"], unique=False)

    op.create_table(
        "membership",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("job_title", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_membership__account_id")),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_membership")),
        sa.UniqueConstraint("school_id", "account_id", name=op.f("uq_membership__school_id_account_id")),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index("ix_membership__account", ["account_id"], unique=False)

    op.create_table(
        "module_attempt",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("module_key", sa.Text(), nullable=False),
        sa.Column("version_id", sa.BigInteger(), nullable=False),
        sa.Column("turn", sa.BigInteger(), nullable=False),
        sa.Column("school_year", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_module_attempt__account_id")),
        sa.ForeignKeyConstraint(["version_id"], ["content_version.id"], name=op.f("fk_module_attempt__version_id")),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_module_attempt")),
        sa.UniqueConstraint(
            "school_id", "account_id", "module_key", "turn", name=op.f("uq_module_attempt__school_id_account_id_module_key_turn")
        ),
    )
    with op.batch_alter_table("module_attempt", schema=None) as batch_op:
        batch_op.create_index("ix_module_attempt__module", ["school_id", "module_key", "finished_at", "account_id"], unique=False)

    op.create_table(
        "policy_version",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("policy_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state in ('draft', 'published', 'archived')", name=op.f("ck_policy_version__state")),
        sa.ForeignKeyConstraint(
            ["school_id", "policy_id"], ["policy.school_id", "policy.id"], name=op.f("fk_policy_version__school_id_policy_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_policy_version")),
        sa.UniqueConstraint("school_id", "policy_id", "number", name=op.f("uq_policy_version__school_id_policy_id_number")),
    )
    op.create_table(
        "pupil",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("initial", sa.Text(), nullable=False),
        sa.Column("animal", sa.Text(), nullable=False),
        sa.Column("year_group", sa.BigInteger(), nullable=False),
        sa.Column("class_id", sa.BigInteger(), nullable=True),
        sa.Column("picture_secret", sa.Text(), nullable=True),
        sa.Column("card_hash", sa.Text(), nullable=True),
        sa.Column("card_code_hash", sa.Text(), nullable=True),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("match_key", sa.Text(), nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id", "class_id"], ["school_class.school_id", "school_class.id"], name=op.f("fk_pupil__school_id_class_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_pupil")),
        sa.UniqueConstraint("school_id", "card_hash", name=op.f("uq_pupil__school_id_card_hash")),
        sa.UniqueConstraint("school_id", "match_key", name=op.f("uq_pupil__school_id_match_key")),
    )
    with op.batch_alter_table("pupil", schema=None) as batch_op:
        batch_op.create_index("ix_pupil__class", ["school_id", "class_id"], unique=False)
        batch_op.create_index("ix_pupil__on_roll", ["school_id", "left_on", "class_id", "id", "year_group"], unique=False)

    op.create_table(
        "school",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("trust_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("concerns_read", sa.Text(), nullable=False),
        sa.Column("trusted_adults", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["trust_id"], ["trust.id"], name=op.f("fk_school__trust_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school")),
        sa.UniqueConstraint("key", name=op.f("uq_school__key")),
    )
    op.create_table(
        "trust_lead",
        sa.Column("trust_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_trust_lead__account_id")),
        sa.ForeignKeyConstraint(["trust_id"], ["trust.id"], name=op.f("fk_trust_lead__trust_id")),
        sa.PrimaryKeyConstraint("trust_id", "account_id", name=op.f("pk_trust_lead")),
    )
    op.create_table(
        "attempt",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), nullable=False),
        sa.Column("lesson_key", sa.Text(), nullable=False),
        sa.Column("expectation", sa.Text(), nullable=False),
        sa.Column("version_id", sa.BigInteger(), nullable=False),
        sa.Column("turn", sa.BigInteger(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("school_year", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_attempt__school_id_pupil_id")
        ),
        sa.ForeignKeyConstraint(["version_id"], ["content_version.id"], name=op.f("fk_attempt__version_id")),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_attempt")),
        sa.UniqueConstraint(
            "school_id", "pupil_id", "lesson_key", "turn", name=op.f("uq_attempt__school_id_pupil_id_lesson_key_turn")
        ),
    )
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.create_index("ix_attempt__lesson", ["school_id", "lesson_key", "finished_at"], unique=False)

    op.create_table(
        "badge",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_key", sa.Text(), nullable=False),
        sa.Column("earned_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_badge__school_id_pupil_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "pupil_id", "lesson_key", name=op.f("pk_badge")),
    )
    op.create_table(
        "clause",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("strength", sa.Text(), nullable=False),
        sa.CheckConstraint("audience in ('pupils', 'parents', 'staff', 'governors', 'school')", name=op.f("ck_clause__audience")),
        sa.CheckConstraint("strength in ('must', 'must-not', 'should', 'may', 'statement')", name=op.f("ck_clause__strength")),
        sa.ForeignKeyConstraint(
            ["school_id", "version_id"],
            ["policy_version.school_id", "policy_version.id"],
            name=op.f("fk_clause__school_id_version_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_clause")),
        sa.UniqueConstraint("school_id", "version_id", "position", name=op.f("uq_clause__school_id_version_id_position")),
    )
    op.create_table(
        "concern",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("raised_by", sa.Text(), nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), nullable=True),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("trusted_adult", sa.Text(), nullable=False),
        sa.Column("sealed_words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("raised_by in ('pupil', 'parent', 'staff')", name=op.f("ck_concern__raised_by")),
        sa.CheckConstraint("subject in ('child', 'staff', 'head', 'other')", name=op.f("ck_concern__subject")),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_concern__school_id_pupil_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_concern")),
    )
    op.create_table(
        "device_count",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("opening_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("wrong", sa.BigInteger(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "opening_id"],
            ["class_opening.school_id", "class_opening.id"],
            name=op.f("fk_device_count__school_id_opening_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "opening_id", "device", name=op.f("pk_device_count")),
    )
    with op.batch_alter_table("device_count", schema=None) as batch_op:
        batch_op.create_index("ix_device_count__device", ["device"], unique=False)

    op.create_table(
        "guardian_link",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guardian_id", sa.BigInteger(), nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), nullable=False),
        sa.Column("relationship", sa.Text(), nullable=False),
        sa.Column("may_sign", sa.Boolean(), nullable=False),
        sa.Column("may_see_progress", sa.Boolean(), nullable=False),
        sa.Column("may_receive", sa.Boolean(), nullable=False),
        sa.Column("restriction", sa.Text(), nullable=False),
        sa.Column("restriction_reference", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.CheckConstraint("restriction in ('none', 'limited', 'barred')", name=op.f("ck_guardian_link__restriction")),
        sa.ForeignKeyConstraint(
            ["school_id", "guardian_id"],
            ["guardian.school_id", "guardian.id"],
            name=op.f("fk_guardian_link__school_id_guardian_id"),
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_guardian_link__school_id_pupil_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_guardian_link")),
        sa.UniqueConstraint(
            "school_id", "guardian_id", "pupil_id", name=op.f("uq_guardian_link__school_id_guardian_id_pupil_id")
        ),
    )
    with op.batch_alter_table("guardian_link", schema=None) as batch_op:
        batch_op.create_index(
            "ix_guardian_link__count",
            ["school_id", "guardian_id", "pupil_id", "from_on", "until_on", "restriction", "may_sign", "may_receive"],
            unique=False,
        )
        batch_op.create_index("ix_guardian_link__pupil", ["school_id", "pupil_id"], unique=False)

    op.create_table(
        "held_misconception",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("misconception", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_held_misconception__school_id_pupil_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "pupil_id", "misconception", name=op.f("pk_held_misconception")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("held_misconception", schema=None) as batch_op:
        batch_op.create_index(
            "ix_held_misconception__open", ["school_id", "cleared_at", "misconception", "pupil_id"], unique=False
        )

    op.create_table(
        "invitation",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guardian_id", sa.BigInteger(), nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id", "guardian_id"], ["guardian.school_id", "guardian.id"], name=op.f("fk_invitation__school_id_guardian_id")
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_invitation__school_id_pupil_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invitation__code_hash")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index("ix_invitation__pair", ["school_id", "guardian_id", "pupil_id"], unique=False)

    op.create_table(
        "message",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guardian_id", sa.BigInteger(), nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("school_year", sa.BigInteger(), nullable=False),
        sa.Column("turn", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.CheckConstraint("channel in ('letter', 'email')", name=op.f("ck_message__channel")),
        sa.ForeignKeyConstraint(
            ["school_id", "guardian_id"], ["guardian.school_id", "guardian.id"], name=op.f("fk_message__school_id_guardian_id")
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_message__school_id_pupil_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_message")),
        sa.UniqueConstraint(
            "school_id",
            "guardian_id",
            "pupil_id",
            "kind",
            "school_year",
            "turn",
            name=op.f("uq_message__school_id_guardian_id_pupil_id_kind_school_year_turn"),
        ),
    )
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.create_index("ix_message__queue", ["school_id", "channel", "sent_at"], unique=False)

    op.create_table(
        "module_answer",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("attempt_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.Column("chosen", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("grade in ('secure', 'developing', 'unsure', 'misunderstood')", name=op.f("ck_module_answer__grade")),
        sa.ForeignKeyConstraint(
            ["school_id", "attempt_id"],
            ["module_attempt.school_id", "module_attempt.id"],
            name=op.f("fk_module_answer__school_id_attempt_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "attempt_id", "question_id", name=op.f("pk_module_answer")),
    )
    op.create_table(
        "pupil_agreement",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_pupil_agreement__school_id_pupil_id")
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "version_id"],
            ["agreement_version.school_id", "agreement_version.id"],
            name=op.f("fk_pupil_agreement__school_id_version_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "pupil_id", "version_id", name=op.f("pk_pupil_agreement")),
    )
    op.create_table(
        "seat",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("opening_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("wrong", sa.BigInteger(), nullable=False),
        sa.Column("let_in_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("signed_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("device", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id", "opening_id"],
            ["class_opening.school_id", "class_opening.id"],
            name=op.f("fk_seat__school_id_opening_id"),
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_seat__school_id_pupil_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "opening_id", "pupil_id", name=op.f("pk_seat")),
    )
    op.create_table(
        "signature",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version_id", sa.BigInteger(), nullable=False),
        sa.Column("guardian_id", sa.BigInteger(), nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), nullable=False),
        sa.Column("school_year", sa.BigInteger(), nullable=False),
        sa.Column("turn", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text_digest", sa.Text(), nullable=False),
        sa.Column("promises", sa.Text(), nullable=False),
        sa.Column("typed_name", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("signed_in_by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("receipt_code", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("recorded_by", sa.BigInteger(), nullable=True),
        sa.Column("kept_where", sa.Text(), nullable=False),
        sa.CheckConstraint("answer in ('signed', 'declined', 'talk')", name=op.f("ck_signature__answer")),
        sa.CheckConstraint("channel in ('online', 'tablet', 'paper')", name=op.f("ck_signature__channel")),
        sa.ForeignKeyConstraint(
            ["school_id", "guardian_id"], ["guardian.school_id", "guardian.id"], name=op.f("fk_signature__school_id_guardian_id")
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_signature__school_id_pupil_id")
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "version_id"],
            ["agreement_version.school_id", "agreement_version.id"],
            name=op.f("fk_signature__school_id_version_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_signature")),
        sa.UniqueConstraint("school_id", "receipt_code", name=op.f("uq_signature__school_id_receipt_code")),
        sa.UniqueConstraint(
            "school_id",
            "version_id",
            "guardian_id",
            "pupil_id",
            "school_year",
            "turn",
            name=op.f("uq_signature__school_id_version_id_guardian_id_pupil_id_school_year_turn"),
        ),
    )
    with op.batch_alter_table("signature", schema=None) as batch_op:
        batch_op.create_index(
            "ix_signature__count",
            ["school_id", "school_year", "version_id", "pupil_id", "guardian_id", "turn", "answer", "at", "id"],
            unique=False,
        )
        batch_op.create_index("ix_signature__pupil", ["school_id", "pupil_id", "school_year"], unique=False)

    op.create_table(
        "standing",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("pupil_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("expectation", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("level in ('secure', 'developing', 'misunderstood')", name=op.f("ck_standing__level")),
        sa.ForeignKeyConstraint(
            ["school_id", "pupil_id"], ["pupil.school_id", "pupil.id"], name=op.f("fk_standing__school_id_pupil_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "pupil_id", "expectation", name=op.f("pk_standing")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("standing", schema=None) as batch_op:
        batch_op.create_index("ix_standing__expectation", ["school_id", "expectation", "level"], unique=False)

    op.create_table(
        "teaching",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("class_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("membership_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "class_id"], ["school_class.school_id", "school_class.id"], name=op.f("fk_teaching__school_id_class_id")
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "membership_id"],
            ["membership.school_id", "membership.id"],
            name=op.f("fk_teaching__school_id_membership_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "class_id", "membership_id", name=op.f("pk_teaching")),
    )
    op.create_table(
        "answer",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("attempt_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.Column("chosen", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("misconception", sa.Text(), nullable=True),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("grade in ('secure', 'developing', 'unsure', 'misunderstood')", name=op.f("ck_answer__grade")),
        sa.ForeignKeyConstraint(
            ["school_id", "attempt_id"], ["attempt.school_id", "attempt.id"], name=op.f("fk_answer__school_id_attempt_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "attempt_id", "question_id", name=op.f("pk_answer")),
    )
    op.create_table(
        "clause_expectation",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("clause_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("expectation", sa.Text(), nullable=False),
        sa.Column("rank", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "clause_id"], ["clause.school_id", "clause.id"], name=op.f("fk_clause_expectation__school_id_clause_id")
        ),
        sa.PrimaryKeyConstraint("school_id", "clause_id", "expectation", name=op.f("pk_clause_expectation")),
    )
    op.create_table(
        "concern_delivery",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("concern_id", sa.BigInteger(), nullable=False),
        sa.Column("membership_id", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id", "concern_id"],
            ["concern.school_id", "concern.id"],
            name=op.f("fk_concern_delivery__school_id_concern_id"),
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "membership_id"],
            ["membership.school_id", "membership.id"],
            name=op.f("fk_concern_delivery__school_id_membership_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_concern_delivery")),
    )
    with op.batch_alter_table("concern_delivery", schema=None) as batch_op:
        batch_op.create_index("ix_concern_delivery__inbox", ["school_id", "membership_id"], unique=False)

    op.create_table(
        "concern_note",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("concern_id", sa.BigInteger(), nullable=False),
        sa.Column("membership_id", sa.BigInteger(), nullable=False),
        sa.Column("sealed_words", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "concern_id"], ["concern.school_id", "concern.id"], name=op.f("fk_concern_note__school_id_concern_id")
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "membership_id"],
            ["membership.school_id", "membership.id"],
            name=op.f("fk_concern_note__school_id_membership_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "id", name=op.f("pk_concern_note")),
    )
    op.create_table(
        "paper_check",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("signature_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("checked_by", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "checked_by"],
            ["membership.school_id", "membership.id"],
            name=op.f("fk_paper_check__school_id_checked_by"),
        ),
        sa.ForeignKeyConstraint(
            ["school_id", "signature_id"],
            ["signature.school_id", "signature.id"],
            name=op.f("fk_paper_check__school_id_signature_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "signature_id", name=op.f("pk_paper_check")),
    )
    op.create_table(
        "withdrawal",
        sa.Column("school_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("signature_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id", "signature_id"],
            ["signature.school_id", "signature.id"],
            name=op.f("fk_withdrawal__school_id_signature_id"),
        ),
        sa.PrimaryKeyConstraint("school_id", "signature_id", name=op.f("pk_withdrawal")),
    )


def downgrade() -> None:
    op.drop_table("withdrawal")
    op.drop_table("paper_check")
    op.drop_table("concern_note")
    with op.batch_alter_table("concern_delivery", schema=None) as batch_op:
        batch_op.drop_index("ix_concern_delivery__inbox")

    op.drop_table("concern_delivery")
    op.drop_table("clause_expectation")
    op.drop_table("answer")
    op.drop_table("teaching")
    with op.batch_alter_table("standing", schema=None) as batch_op:
        batch_op.drop_index("ix_standing__expectation")

    op.drop_table("standing")
    with op.batch_alter_table("signature", schema=None) as batch_op:
        batch_op.drop_index("ix_signature__pupil")
        batch_op.drop_index("ix_signature__count")

    op.drop_table("signature")
    op.drop_table("seat")
    op.drop_table("pupil_agreement")
    op.drop_table("module_answer")
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_index("ix_message__queue")

    op.drop_table("message")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index("ix_invitation__pair")

    op.drop_table("invitation")
    with op.batch_alter_table("held_misconception", schema=None) as batch_op:
        batch_op.drop_index("ix_held_misconception__open")

    op.drop_table("held_misconception")
    with op.batch_alter_table("guardian_link", schema=None) as batch_op:
        batch_op.drop_index("ix_guardian_link__pupil")
        batch_op.drop_index("ix_guardian_link__count")

    op.drop_table("guardian_link")
    with op.batch_alter_table("device_count", schema=None) as batch_op:
        batch_op.drop_index("ix_device_count__device")

    op.drop_table("device_count")
    op.drop_table("concern")
    op.drop_table("clause")
    op.drop_table("badge")
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.drop_index("ix_attempt__lesson")

    op.drop_table("attempt")
    op.drop_table("trust_lead")
    op.drop_table("school")
    with op.batch_alter_table("pupil", schema=None) as batch_op:
        batch_op.drop_index("ix_pupil__on_roll")
        batch_op.drop_index("ix_pupil__class")

    op.drop_table("pupil")
    op.drop_table("policy_version")
    with op.batch_alter_table("module_attempt", schema=None) as batch_op:
        batch_op.drop_index("ix_module_attempt__module")

    op.drop_table("module_attempt")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index("ix_membership__account")

    op.drop_table("membership")
    with op.batch_alter_table("known_device", schema=None) as batch_op:
        batch_op.drop_index("ix_known_device__account")

    op.drop_table("known_device")
    with op.batch_alter_table("guardian", schema=None) as batch_op:
        batch_op.drop_index("ix_guardian__reached")
        batch_op.drop_index("ix_guardian__account")

    op.drop_table("guardian")
    with op.batch_alter_table("class_opening", schema=None) as batch_op:
        batch_op.drop_index("ix_class_opening__code")
        batch_op.drop_index("ix_class_opening__class")

    op.drop_table("class_opening")
    op.drop_table("assignment")
    op.drop_table("agreement_round")
    with op.batch_alter_table("web_session", schema=None) as batch_op:
        batch_op.drop_index("ix_web_session__pupil")
        batch_op.drop_index("ix_web_session__opening")
        batch_op.drop_index("ix_web_session__account")

    op.drop_table("web_session")
    op.drop_table("trust")
    with op.batch_alter_table("sign_in_failure", schema=None) as batch_op:
        batch_op.drop_index("ix_sign_in_failure__key_at")

    op.drop_table("sign_in_failure")
    op.drop_table("school_class")
    op.drop_table("policy")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_index("ix_job__due")

    op.drop_table("job")
    op.drop_table("done_once")
    op.drop_table("content_version")
    op.drop_table("chain_entry")
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_entry__school_id_at")

    op.drop_table("audit_entry")
    op.drop_table("agreement_version")
    op.drop_table("account")
