"""How a bot answers an interaction: the first answer, its original message, and follow-ups."""

from typing import Any

from .check_commands import STRING, check_choices
from .check_components import check_modal
from .check_messages import check_message
from .posting import edit, new_message
from .refusals import Faults, RefusalError, unknown
from .rest import Call, Route
from .state import COMPONENTS_V2, EPHEMERAL, LOADING, Interaction, Message

Json = Any
Body = dict[str, Any]

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
PONG, MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 1, 4, 5, 6, 7, 8, 9
TOKEN_SECONDS = 15 * 60


def _allowed(interaction: Interaction) -> tuple[int, ...]:
    """The types of answer an interaction takes."""
    if interaction.type == AUTOCOMPLETE:
        return (CHOICES,)
    allowed: tuple[int, ...] = (MESSAGE, DEFER)
    if interaction.message is not None:
        allowed += (DEFER_UPDATE, UPDATE)
    if interaction.type != MODAL_SUBMIT:
        allowed += (MODAL,)
    return allowed


async def answer(call: Call) -> Json:
    """Take the first answer to an interaction: once, and in time."""
    server = call.server
    interaction = server.state.interactions.get(call.id("interaction_id"))
    if interaction is None or interaction.token != call.ids["interaction_token"]:
        raise unknown("interaction", 10062)
    if interaction.answered is not None:
        raise RefusalError(400, 40060, "Interaction has already been acknowledged.")
    if server.clock.now() - interaction.created > server.answer_within:
        raise unknown("interaction", 10062)
    form, faults = call.form, Faults()
    kind, data = form.get("type"), faults.mapping(form, "data")
    if faults.at("type").one_of(kind, _allowed(interaction)):
        _check(call, interaction, int(form["type"]), data, faults.at("data"))
    call.refuse_if(faults)
    if kind == UPDATE and interaction.message is not None and interaction.message.deleted:
        raise unknown("Message", 10008)
    _act(call, interaction, int(form["type"]), data)
    interaction.answered = int(form["type"])
    if call.request.query.get("with_response") not in ("true", "True", "1"):
        return None
    return _callback_response(interaction)


def _check(call: Call, interaction: Interaction, kind: int, data: Body, faults: Faults) -> None:
    files = call.request.files
    if kind == MESSAGE:
        check_message(data, faults, files=files, in_interaction=True)
    elif kind == UPDATE:
        check_message(data, faults, files=files, before=interaction.message)
    elif kind == DEFER:
        if faults.number(data, "flags", 0, 1 << 31) and data["flags"] & ~EPHEMERAL:
            faults.at("flags").add("MESSAGE_FLAGS_INVALID", "Deferring can set EPHEMERAL and nothing else")
    elif kind == CHOICES:
        faults.required(data, "choices")
        check_choices(data, faults, _focused_type(interaction.data))
    elif kind == MODAL:
        check_modal(data, faults)


def _act(call: Call, interaction: Interaction, kind: int, data: Body) -> None:
    server, files = call.server, call.request.files
    if kind in (MESSAGE, DEFER):
        original = new_message(server, interaction.channel, server.bot, data, files, interaction=interaction)
        if kind == DEFER:
            original.flags |= LOADING
        interaction.original = original
        interaction.settled = kind == MESSAGE
    elif kind in (UPDATE, DEFER_UPDATE):
        interaction.original = interaction.message
        interaction.settled = kind == UPDATE
        if kind == UPDATE and interaction.message is not None:
            edit(server, interaction.message, data, files)
    elif kind == CHOICES:
        interaction.choices = data["choices"]
    elif kind == MODAL:
        interaction.modal = data


def _focused_type(data: Body) -> int:
    for option in data.get("options") or []:
        if option.get("focused"):
            return int(option["type"])
        if option.get("options"):
            return _focused_type(option)
    return STRING


def _callback_response(interaction: Interaction) -> Body:
    body: Body = {"interaction": {"id": str(interaction.id), "type": interaction.type}}
    original = interaction.original
    if original is not None:
        body["interaction"] |= {
            "response_message_id": str(original.id),
            "response_message_loading": original.loading,
            "response_message_ephemeral": bool(original.flags & EPHEMERAL),
        }
    resource: Body = {"type": interaction.answered}
    if interaction.answered in (MESSAGE, DEFER, UPDATE) and original is not None:
        resource["message"] = original.json()
    return body | {"resource": resource}


def _interaction(call: Call) -> Interaction:
    """The interaction whose token the path holds, while the token lives and once it was answered."""
    interaction = call.server.state.interaction(call.ids["webhook_token"])
    if call.id("webhook_id") != call.server.application_id:
        raise unknown("Webhook", 10015)
    if interaction is None or call.server.clock.now() - interaction.created > TOKEN_SECONDS:
        raise RefusalError(401, 50027, "Invalid Webhook Token")
    if interaction.answered is None:
        raise unknown("Webhook", 10015)
    return interaction


def _message(call: Call, interaction: Interaction) -> Message:
    if "message_id" not in call.ids:
        message = interaction.original
    else:
        own = [interaction.original, *interaction.followups]
        message = next((m for m in own if m is not None and m.id == call.id("message_id")), None)
    if message is None or message.deleted:
        raise unknown("Message", 10008)
    return message


async def follow_up(call: Call) -> Json:
    """A further message; the first one after deferring takes the place of "thinking…"."""
    interaction = _interaction(call)
    original, form, faults = interaction.original, call.form, Faults()
    check_message(form, faults, files=call.request.files, in_interaction=True)
    call.refuse_if(faults)
    if original is not None and original.loading:
        body = form | {"flags": int(form.get("flags") or 0) & COMPONENTS_V2}
        edit(call.server, original, body, call.request.files)
        interaction.settled = True
        return original.json()
    message = new_message(
        call.server, interaction.channel, call.server.bot, form, call.request.files, interaction=interaction
    )
    interaction.followups.append(message)
    return message.json()


async def read(call: Call) -> Json:
    return _message(call, _interaction(call)).json()


async def change(call: Call) -> Json:
    """Edit the answer or a follow-up; what was deferred is settled by it."""
    interaction = _interaction(call)
    message = _message(call, interaction)
    faults = Faults()
    check_message(call.form, faults, files=call.request.files, before=message)
    call.refuse_if(faults)
    edit(call.server, message, call.form, call.request.files)
    if message is interaction.original:
        interaction.settled = True
    return message.json()


async def delete(call: Call) -> Json:
    interaction = _interaction(call)
    message = _message(call, interaction)
    message.deleted = True
    if message is interaction.original:
        interaction.settled = True


_HOOK = "/webhooks/{webhook_id}/{webhook_token}"
ROUTES = [
    Route("POST", "/interactions/{interaction_id}/{interaction_token}/callback", answer, open=True),
    Route("POST", _HOOK, follow_up, open=True),
    *(
        Route(method, f"{_HOOK}/messages/{which}", handler, open=True)
        for which in ("@original", "{message_id}")
        for method, handler in (("GET", read), ("PATCH", change), ("DELETE", delete))
    ),
]
