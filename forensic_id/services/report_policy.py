"""The section of a report that names the policy profile."""

from __future__ import annotations

from forensic_id.core.policy import Policy
from forensic_id.core.report import Block, Bullets, Facts, Paragraph, Section


def policy_section(now: Policy, at_search: Policy) -> Section:
    """The profile that holds, its rules and its own words; the one at the time of the search where it differs."""
    rows = [("Policy profile", f"{now.title} ({now.name})")]
    if at_search != now:
        rows.append(("At the time of the search", f"{at_search.title} ({at_search.name}), or an earlier form of it"))
    blocks: list[Block] = [Facts(rows=tuple(rows)), Bullets(items=now.rules())]
    if now.note:
        blocks.append(Paragraph(text=now.note))
    return Section(title="Policy", blocks=tuple(blocks))


def office_lines(policy: Policy) -> tuple[str, ...]:
    """Who makes the report, as the profile says, a line each."""
    return tuple(line for line in (policy.agency, *policy.address) if line)
