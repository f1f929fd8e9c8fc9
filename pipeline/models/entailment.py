"""The adviser of the extra `nli`: a model of natural-language inference in a folder of the user's.

The folder holds what an export to ONNX makes: model.onnx, tokenizer.json and config.json, whose
`id2label` names entailment, neutral and contradiction. Nothing is downloaded.
"""

from __future__ import annotations

import json
import math
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.errors import BadUsage
from claims.tiers import Opinion
from claims.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_MOST_PASSAGES = 5
_SURE = 0.9
_FILES = ("model.onnx", "tokenizer.json", "config.json")
_LABELS = ("entail", "neutral", "contradict")
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_USUAL_LENGTH = 512
_LEAST_LENGTH = 8
# Their tables of positions begin after the number of the padding token.
_SHIFTED = frozenset(
    "camembert data2vec-text ibert longformer mpnet roberta roberta-prelayernorm xlm-roberta"
    " xlm-roberta-xl xmod".split()
)


@dataclass(frozen=True, slots=True)
class _Reading:
    entails: float
    contradicts: float


class Entailment:
    """Holds a claim to be entailed or contradicted where the model is at least 0.9 sure of it.

    Raises BadUsage where the folder, a file of it or a package is missing or cannot be used.
    """

    name = "nli"

    def __init__(self, folder: Path) -> None:
        self.problem = ""
        self._folder = folder
        onnxruntime, tokenizers = _packages()
        _expect_files(folder)
        config = _read_config(folder / "config.json")
        self._labels = _read_labels(config, folder / "config.json")
        self._length = _read_length(config)
        self._tokenizer = _read_tokenizer(tokenizers, folder / "tokenizer.json", self._length)
        self._session = _read_model(onnxruntime, folder / "model.onnx")
        self._try()

    def advise(self, claim: str, passages: Sequence[str]) -> Opinion | None:
        """The model's opinion of a claim, on the first five passages, each alone and joined."""
        texts = [text for text in passages[:_MOST_PASSAGES] if text.strip()]
        if not texts or not claim.strip():
            return None
        try:
            # What is cut off a claim may be what is wrong in it.
            if len(self._tokenizer.encode(claim).ids) > self._length // 2:
                return None
            alone = [self._read(text, claim) for text in texts]
            together = self._read(" ".join(texts), claim) if len(texts) > 1 else alone[0]
        except Exception as error:  # noqa: BLE001 - both libraries raise bare heirs of Exception
            self.problem = self.problem or (
                f"the model of entailment in {self._folder} could not read a passage"
                f" ({_brief(error)})"
            )
            return None
        return _opinion(texts, alone, together)

    def _read(self, premise: str, hypothesis: str) -> _Reading:
        # Rounded: the last digits differ from one processor to another.
        chances = [round(one, 6) for one in _softmax(self._logits(premise, hypothesis))]
        return _Reading(chances[self._labels["entail"]], chances[self._labels["contradict"]])

    def _logits(self, premise: str, hypothesis: str) -> list[float]:
        import numpy as np  # noqa: PLC0415

        encoded = self._tokenizer.encode(premise, hypothesis)
        rows = dict(
            zip(_INPUTS, (encoded.ids, encoded.attention_mask, encoded.type_ids), strict=True)
        )
        declared = {entry.name: entry.type for entry in self._session.get_inputs()}
        feed = {
            name: np.array([rows[name]], np.int32 if kind == "tensor(int32)" else np.int64)
            for name, kind in declared.items()
        }
        outputs = [entry.name for entry in self._session.get_outputs()]
        wanted = "logits" if "logits" in outputs else outputs[0]
        (found,) = self._session.run([wanted], feed)
        if found.shape != (1, len(_LABELS)) or not np.isfinite(found).all():
            raise ValueError("it does not answer with three numbers")
        logits: list[float] = found[0].tolist()
        return logits

    def _try(self) -> None:
        path = self._folder / "model.onnx"
        unknown = {entry.name for entry in self._session.get_inputs()} - {*_INPUTS}
        if unknown:
            raise BadUsage(
                f"nli: {path} asks for {', '.join(sorted(unknown))}, which no model of entailment"
                f" needs; export it for sequence classification"
            )
        try:
            self._logits("a", "a")
        except Exception as error:
            raise BadUsage(
                f"nli: {path} cannot read a pair of sentences ({_brief(error)}); export it, with"
                " its tokenizer, for sequence classification"
            ) from error


def _opinion(texts: Sequence[str], alone: Sequence[_Reading], together: _Reading) -> Opinion | None:
    entailing = max(range(len(texts)), key=lambda number: alone[number].entails)
    contradicting = max(range(len(texts)), key=lambda number: alone[number].contradicts)
    entails = max(alone[entailing].entails, together.entails)
    contradicts = max(alone[contradicting].contradicts, together.contradicts)
    if entails >= _SURE and entails > contradicts:
        reason = f"a model of entailment reads it as saying the same ({entails:.2f})"
        return Opinion(Verdict.SUPPORTED, entails, texts[entailing], reason)
    if contradicts >= _SURE and contradicts > entails:
        reason = f"a model of entailment reads it as saying the contrary ({contradicts:.2f})"
        return Opinion(Verdict.CONTRADICTED, contradicts, texts[contradicting], reason)
    return None


def _softmax(logits: Sequence[float]) -> list[float]:
    highest = max(logits)
    powers = [math.exp(logit - highest) for logit in logits]
    return [power / sum(powers) for power in powers]


def _packages() -> tuple[Any, Any]:
    try:
        import onnxruntime  # noqa: PLC0415
        import tokenizers  # noqa: PLC0415
    except ImportError as error:
        missing = (error.name or "onnxruntime").partition(".")[0]
        raise BadUsage(
            f"nli: {missing} cannot be imported; pip install 'citewatch[nli]'"
        ) from error
    return onnxruntime, tokenizers


def _expect_files(folder: Path) -> None:
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise BadUsage(
            f"nli: {folder} has no {missing[0]}; name a folder with {', '.join(_FILES[:-1])} and"
            f" {_FILES[-1]}"
        )


def _read_config(path: Path) -> Mapping[str, Any]:
    try:
        config = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise BadUsage(f"nli: {path} cannot be read as JSON; export the model again") from error
    if not isinstance(config, dict):
        raise BadUsage(f"nli: {path} is not the configuration of a model; export the model again")
    return config


def _read_labels(config: Mapping[str, Any], path: Path) -> dict[str, int]:
    """The place of each label among the logits."""
    named = config.get("id2label")
    names = {
        str(key): str(name) for key, name in (named if isinstance(named, dict) else {}).items()
    }
    # By how they begin: `not_entailment` is another model's label.
    places = {
        label: number
        for number in range(len(_LABELS))
        for label in _LABELS
        if names.get(str(number), "").strip().casefold().startswith(label)
    }
    if len(names) != len(_LABELS) or len(places) != len(_LABELS):
        given = ", ".join(names.values())[:80] or "nothing"
        raise BadUsage(
            f"nli: id2label in {path} names {given}; it must name entailment, neutral and"
            " contradiction in the model's order"
        )
    return places


def _read_length(config: Mapping[str, Any]) -> int:
    """How many tokens the model can read."""
    places, padding = config.get("max_position_embeddings"), config.get("pad_token_id")
    if not isinstance(places, int) or places < _LEAST_LENGTH:
        return _USUAL_LENGTH
    if config.get("model_type") not in _SHIFTED:
        return places
    return places - (padding if isinstance(padding, int) else 1) - 1


def _read_tokenizer(tokenizers: Any, path: Path, length: int) -> Any:
    try:
        tokenizer = tokenizers.Tokenizer.from_file(str(path))
        tokenizer.no_padding()
        tokenizer.enable_truncation(length, strategy="only_first")
    except Exception as error:
        raise BadUsage(
            f"nli: {path} is no tokenizer that can be read ({_brief(error)}); export it again"
        ) from error
    return tokenizer


def _read_model(onnxruntime: Any, path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    # More threads than cores wait for each other, and the texts are short.
    options.intra_op_num_threads = min(2, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    # Fatal errors alone: the rest is raised, and what it logs goes past us to standard error.
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(
            str(path), sess_options=options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:
        raise BadUsage(
            f"nli: {path} is no ONNX model that can be read ({_brief(error)}); export it again"
        ) from error


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:160].rstrip(" .")
