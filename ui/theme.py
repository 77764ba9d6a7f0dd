"""Tokens to Qt: Fusion on every platform, one palette, one small style sheet, and the fonts that paper uses too."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui.tokens import BODY_PX, Colours

FAMILY = "Atkinson Hyperlegible Next"
FONTS = Path(resources.__file__ or "").parent / "fonts"


def apply(app: QApplication, colours: Colours, *, scale: float = 1.0) -> None:
    """Dress the whole program; may be called again while it runs. `scale` 2.0 is text at 200 %."""
    app.setStyle("Fusion")
    for file in sorted(FONTS.rglob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    font = QFont([FAMILY, "Noto Sans"])
    font.setPixelSize(round(BODY_PX * scale))
    app.setFont(font)
    app.setPalette(_palette(colours))
    app.setStyleSheet(_sheet(colours, BODY_PX * scale))


def _palette(colours: Colours) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    roles = {
        role.Window: colours.page, role.WindowText: colours.text, role.Base: colours.card, role.Text: colours.text,
        role.Button: colours.card, role.ButtonText: colours.text, role.Highlight: colours.primary,
        role.HighlightedText: colours.on_primary, role.PlaceholderText: colours.muted,
    }  # fmt: skip
    for each, colour in roles.items():
        palette.setColor(each, QColor(colour))
    return palette


def _sheet(c: Colours, px: float) -> str:
    """The style sheet for a body size in pixels; every length follows it, so large text is never cut."""
    unit, pad = round(px * 0.8), round(px * 0.55)
    return f"""
QMainWindow, #page {{ background: {c.page}; }}
QLabel {{ color: {c.text}; background: transparent; }}
QLabel[kind="title"] {{ font-size: {round(px * 1.93)}px; font-weight: 700; }}
QLabel[kind="label"] {{ font-weight: 600; }}
QLabel[kind="hint"] {{ color: {c.muted}; }}
QLabel[kind="error"] {{ color: {c.error}; font-weight: 600; }}
#card {{ background: {c.card}; border: 1px solid {c.line}; border-radius: 8px; }}
#rail {{ background: {c.rail}; }}
#rail QLabel {{ color: {c.on_rail}; }}
QLineEdit, QPushButton {{ background: {c.card}; color: {c.text}; border: 1px solid {c.edge}; border-radius: 6px;
    padding: {pad}px {unit}px; }}
QLineEdit:focus, QPushButton:focus {{ border: 3px solid {c.focus}; padding: {pad - 2}px {unit - 2}px; }}
QPushButton[kind="primary"] {{ background: {c.primary}; color: {c.on_primary}; font-weight: 600; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.page}; border-color: {c.line}; }}
QListWidget {{ background: {c.card}; border: 0; outline: 0; }}
QListWidget::item {{ padding: {unit}px; border-bottom: 1px solid {c.line}; }}
"""
