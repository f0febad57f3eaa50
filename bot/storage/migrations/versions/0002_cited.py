"""What an edition cited, so that the next ones say something else."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Editions posted before cite nothing that is known."""
    op.add_column("deliveries", sa.Column("cited", sa.Text, nullable=False, server_default=""))
