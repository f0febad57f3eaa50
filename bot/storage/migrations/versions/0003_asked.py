"""How often topics are asked for, by server, so that those come first while one is being typed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Nothing was counted before."""
    op.create_table(
        "asked",
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("topic", sa.String(100), nullable=False),
        sa.Column("weight", sa.Float, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "topic", name="pk_asked"),
    )
    op.create_index("ix_asked_asked_at", "asked", ["asked_at"])
