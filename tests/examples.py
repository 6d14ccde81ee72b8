"""How many examples a property is tried on: few while one works, many in CI (``make test-slow``).

A property that is cheap to try takes the profile's number; a costly one a share of it.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings


def one_in(share: int) -> settings:
    """Return settings for a costly property: one in ``share`` of the profile's examples."""
    return settings(
        max_examples=max(1, settings().max_examples // share),
        suppress_health_check=[HealthCheck.too_slow],
        derandomize=True,
    )
