"""What ^p finds: the commands in the footer's order at first, and every step once one types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from screens.plain import plain

if TYPE_CHECKING:
    from screens.command import Command


class Palette(Provider):
    """Commands first, in their own order, each with its key; steps are found by typing."""

    async def discover(self) -> Hits:
        """Every command of this screen, before anything is typed."""
        app: Any = self.app
        for one in app.commands_here():
            doing = partial(one().run, app)
            name = _name(one, app)
            yield DiscoveryHit(plain(name), partial(app.attempt, doing), name, _help(one.help()))

    async def search(self, query: str) -> Hits:
        """Commands and steps whose names hold what was typed."""
        matcher = self.matcher(query)
        for name, help, callback, _ in self.app.get_system_commands(self.screen):
            if (match := matcher.match(name)) > 0:
                yield Hit(match, plain(name), callback, text=name, help=_help(help))


def _help(text: str) -> Any:
    """What stands under a name. Textual would read a string as markup; this may name people."""
    return plain(text)


def _name(command: type[Command], app: Any) -> str:
    """A command's name with its key, to be learned in passing."""
    name = command.titled(app)
    return f"{name}  {command.keys()}"
