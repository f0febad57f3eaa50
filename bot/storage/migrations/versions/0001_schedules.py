"""Schedules, and the deliveries of their editions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "schedules",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("theme", sa.String(100), nullable=False),
        sa.Column("time", sa.Time, nullable=False),
        sa.Column("timezone", sa.String(64), nullable=False),
        sa.Column("days", sa.String(27), nullable=False),
        sa.Column("created_by", sa.BigInteger, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_schedules"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_schedules_guild_id", "schedules", ["guild_id"])
    op.create_table(
        "deliveries",
        sa.Column("schedule_id", sa.Integer, nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("detail", sa.Text),
        sa.PrimaryKeyConstraint("schedule_id", "due_at", name="pk_deliveries"),
        sa.ForeignKeyConstraint(
            ["schedule_id"], ["schedules.id"], name="fk_deliveries_schedule_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_deliveries_due_at", "deliveries", ["due_at"])
