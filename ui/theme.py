"""Tokens to Qt: Fusion on every platform, one palette, one small style sheet, and the fonts that paper uses too."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui.tokens import BODY_PX, LIGHT, Colours

FAMILY = "Atkinson Hyperlegible Next"
_RESOURCES = Path(resources.__file__ or "").parent
_dressed = {"now": LIGHT}
_size = {"now": BODY_PX}


def application(name: str = "msp-desktop") -> QApplication:
    """The program, made once. Fusion is asked for here: asked later, Qt first tells Python all that a style can do."""
    return QApplication([name, "-style", "Fusion"])


def apply(app: QApplication, colours: Colours, *, scale: float = 1.0) -> None:
    """Dress the whole program; may be called again while it runs. `scale` 2.0 is text at 200 %."""
    _load_fonts()
    font = QFont([FAMILY, "Noto Sans"])
    font.setPixelSize(round(BODY_PX * scale))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    _dressed["now"], _size["now"] = colours, font.pixelSize()
    app.setFont(font)
    app.setPalette(_palette(colours))
    app.setStyleSheet(_sheet(colours, BODY_PX * scale))


def colours_now() -> Colours:
    """The colours that the program wears, for what is painted by hand."""
    return _dressed["now"]


def px(at_100: float) -> int:
    """A length at 100 % in pixels of today's text size. Screens are built anew when the size changes."""
    return round(at_100 * _size["now"] / BODY_PX)


@cache
def _load_fonts() -> None:
    for file in sorted((_RESOURCES / "fonts").rglob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _palette(colours: Colours) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    roles = {
        role.Window: colours.page, role.WindowText: colours.text, role.Base: colours.card, role.Text: colours.text,
        role.Button: colours.card, role.ButtonText: colours.text, role.Highlight: colours.primary,
        role.HighlightedText: colours.on_primary, role.PlaceholderText: colours.muted, role.Link: colours.link,
        role.ToolTipBase: colours.text, role.ToolTipText: colours.card, role.AlternateBase: colours.page,
    }  # fmt: skip
    for each, colour in roles.items():
        palette.setColor(each, QColor(colour))
    return palette


def _sheet(c: Colours, body: float) -> str:
    """The style sheet for a body size in pixels; every length follows it, so large text is never cut."""
    return _words(c, body) + _places(c, body) + _controls(c, body) + _choices(c, body) + _bars(c, body)


def _words(c: Colours, body: float) -> str:
    return f"""
QLabel {{ color: {c.text}; background: transparent; }}
QGroupBox {{ background: transparent; border: 0; margin: 0; padding: 0; }}
QLabel[kind="title"] {{ font-size: {round(body * 1.93)}px; font-weight: 700; }}
QLabel[kind="heading"] {{ font-size: {round(body * 1.533)}px; font-weight: 600; }}
QLabel[kind="name"] {{ font-size: {round(body * 1.533)}px; font-weight: 700; }}
QLabel[kind="part"] {{ font-size: {round(body * 1.267)}px; font-weight: 600; }}
QLabel[kind="label"] {{ font-weight: 600; }}
QLabel[kind="hint"] {{ color: {c.muted}; }}
QLabel[kind="caption"] {{ color: {c.muted}; font-size: {round(body * 0.867)}px; }}
QLabel[kind="received"] {{ color: {c.primary}; font-weight: 600; }}
QLabel[kind="error"] {{ color: {c.error}; font-weight: 600; }}
"""


def _places(c: Colours, body: float) -> str:
    k, b = body / BODY_PX, c.hairline
    return f"""
QMainWindow, QDialog, #page, #scroll, #column {{ background: {c.page}; border: 0; }}
#card {{ background: {c.card}; border: {b}px solid {c.line}; border-radius: 8px; }}
#told {{ background: {c.told_soft}; border: {b}px solid {c.line}; border-left: {round(4 * k)}px solid {c.told};
    border-radius: 6px; }}
#told QLabel {{ color: {c.told}; font-weight: 600; }}
#problem {{ background: {c.card}; border: 3px solid {c.error}; border-radius: 6px; }}
#line {{ background: transparent; border: 0; border-bottom: {b}px solid {c.line}; }}
#here {{ background: {c.card}; border: 0; border-bottom: {b}px solid {c.line}; }}
#rail, #rail QWidget {{ background: {c.rail}; }}
#rail QLabel {{ color: {c.on_rail}; }}
#rail QPushButton {{ color: {c.on_rail}; background: {c.rail}; border: 0; text-align: left;
    padding: {round(9 * k)}px {round(12 * k)}px; }}
#rail QPushButton:hover, #rail QPushButton:checked {{ background: {c.rail_chosen}; }}
#rail QPushButton:checked {{ font-weight: 600; border-left: {round(4 * k)}px solid {c.focus}; border-radius: 0; }}
"""


def _controls(c: Colours, body: float) -> str:
    k, b = body / BODY_PX, c.hairline
    pad = max(0, (round(40 * k) - round(body * 1.45)) // 2 - b)
    return f"""
QLineEdit, QPlainTextEdit {{ background: {c.card}; color: {c.text}; border: {b}px solid {c.edge}; border-radius: 6px;
    padding: {pad}px {round(12 * k)}px; selection-background-color: {c.primary}; selection-color: {c.on_primary};
    placeholder-text-color: {c.muted}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {c.text}; }}
QLineEdit:disabled {{ background: {c.page}; border-color: {c.line}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 2px solid {c.error}; }}
QPushButton {{ background: {c.card}; color: {c.text}; border: {b}px solid {c.edge}; border-radius: 6px;
    padding: {pad}px {round(16 * k)}px; }}
QPushButton:hover {{ background: {c.chosen}; }}
QPushButton:checked, QPushButton[open="true"] {{ background: {c.chosen}; border: {b + 1}px solid {c.primary};
    padding: {pad - 1}px {round(16 * k) - 1}px; }}
QPushButton[kind="primary"] {{ background: {c.primary}; color: {c.on_primary}; border-color: {c.primary};
    font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ border: 2px solid {c.text}; }}
QPushButton[kind="big"] {{ padding: {pad + round(4 * k)}px {round(20 * k)}px; font-weight: 600; }}
QPushButton[kind="big"]:checked {{ background: {c.primary}; color: {c.on_primary};
    padding: {pad + round(4 * k) - 1}px {round(20 * k) - 1}px; }}
QPushButton[kind="link"] {{ background: transparent; border-color: transparent; color: {c.link}; text-align: left;
    padding-left: 0; text-decoration: underline; }}
QPushButton[kind="step"] {{ background: transparent; border: 0; border-bottom: 3px solid transparent;
    border-radius: 0; color: {c.muted}; font-weight: 600; padding: {pad}px {round(16 * k)}px; }}
QPushButton[kind="step"]:checked {{ color: {c.text}; background: transparent; border-bottom-color: {c.primary}; }}
QPushButton[kind="score"] {{ padding: {pad}px {round(4 * k)}px; min-width: {round(26 * k)}px; }}
QPushButton[kind="score"]:checked {{ background: {c.primary}; color: {c.on_primary};
    padding: {pad - 1}px {round(4 * k) - 1}px; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.page}; border-color: {c.line}; }}
"""


def _choices(c: Colours, body: float) -> str:
    k, box = body / BODY_PX, round(22 * body / BODY_PX)
    on = "light" if c.on_primary == "#FFFFFF" else "dark"
    tick, arrow = ((_RESOURCES / "icons" / f"{name}-{on}.svg").as_posix() for name in ("tick", "arrow"))
    return f"""
QRadioButton, QCheckBox {{ spacing: {round(10 * k)}px; min-height: {round(36 * k)}px; background: transparent;
    color: {c.text}; }}
QRadioButton::indicator, QCheckBox::indicator {{ width: {box}px; height: {box}px; border: 2px solid {c.edge};
    background: {c.card}; }}
QRadioButton::indicator {{ border-radius: {box // 2 + 2}px; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator:checked {{ border-color: {c.primary}; background: qradialgradient(cx:.5, cy:.5, radius:.5,
    fx:.5, fy:.5, stop:0 {c.primary}, stop:.55 {c.primary}, stop:.62 {c.card}, stop:1 {c.card}); }}
QComboBox {{ background: {c.card}; color: {c.text}; border: {c.hairline}px solid {c.edge}; border-radius: 6px;
    padding: {round(8 * k)}px {round(12 * k)}px; }}
QComboBox::drop-down {{ border: 0; width: {round(40 * k)}px; }}
QComboBox::down-arrow {{ image: url({arrow}); width: {round(16 * k)}px; height: {round(16 * k)}px; }}
QComboBox QAbstractItemView {{ background: {c.card}; color: {c.text}; border: {c.hairline}px solid {c.edge};
    selection-background-color: {c.chosen}; selection-color: {c.text}; }}
QCheckBox::indicator:checked {{ border-color: {c.primary}; background: {c.primary}; image: url({tick}); }}
"""


def _bars(c: Colours, body: float) -> str:
    k = body / BODY_PX
    return f"""
QListWidget, #lines {{ background: {c.card}; color: {c.text}; border: {c.hairline}px solid {c.line}; border-radius: 8px;
    outline: 0; }}
QListWidget::item, #lines::item {{ padding: {round(12 * k)}px; border-bottom: {c.hairline}px solid {c.line}; }}
QListWidget::item:selected, #lines::item:selected {{ background: {c.chosen}; color: {c.text}; }}
QScrollBar:vertical {{ background: transparent; width: {round(14 * k)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {round(14 * k)}px; margin: 0; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: {round(40 * k)}px; }}
QScrollBar::handle:horizontal {{ min-width: {round(40 * k)}px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; border: 0;
    width: 0; height: 0; }}
QToolTip {{ background: {c.text}; color: {c.card}; border: 0; padding: {round(6 * k)}px; }}
"""
