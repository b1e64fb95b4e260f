"""Where a plan is kept: TinyDB over a storage of ours."""

from workbook.store.failure import StoreError

__all__ = ["StoreError"]
