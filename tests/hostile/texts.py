"""Texts that mean something to somebody who reads them carelessly."""

from __future__ import annotations

FORMULAS = ("=1+1", "+1", "-1+cmd|'/c calc'!A1", "@SUM(1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")')
STATEMENTS = ("'; DROP TABLE subjects; --", '" OR 1=1 --', "%' OR '1'='1", "\\'; --", "NULL", "%_%")
MARKUP = (
    "<b>bold</b>", "&amp;&lt;", "<para fontSize=90>big</para>", "<img src='file:///etc/passwd'/>",
    "<a href='file:///etc/passwd'>x</a>", "<script>alert(1)</script>", "]]>", "<!--", "</font></para>",
    "[bold red]x[/]", "{0.__class__}", "%s%n%(x)s",
)  # fmt: skip
CONTROLS = (
    "a\x00b", "\x07\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "a\u202egnp.exe", "\u2066\u2067x", "\ufeffx",
    "a\u0300" * 300,
    "\u200d\u200c", "\u2028\u2029", "\U000e0041", "\ufdd0", "\ud800", "\uffff", "x\u0085y",
)  # fmt: skip
PATHS = (
    "../../etc/passwd", "..\\..\\x", "/etc/passwd", "C:\\Windows\\x", "\\\\host\\share", "con", "nul.png", "a/b", ".",
    "..", "~root", "$HOME", "file:///x", "x\x00.png", "|id", "x" * 300,
)  # fmt: skip
HUGE = ("x" * 1_000_000, "é" * 1001, "\n" * 100_000, "א" * 5000, "a\n" * 500)
ALL = (*FORMULAS, *STATEMENTS, *MARKUP, *CONTROLS, *PATHS, *HUGE)
