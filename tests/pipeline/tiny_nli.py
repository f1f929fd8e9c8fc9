"""A model of natural-language inference whose logits are sums over the words that it reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers, processors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# What a word adds to entailment, neutral and contradiction.
WORDS: Mapping[str, tuple[float, float, float]] = {
    "[PAD]": (0, 0, 0),
    "[UNK]": (0, 0, 0),
    "[CLS]": (0, 0, 0),
    "[SEP]": (0, 0, 0),
    "same": (6, 0, 0),
    "almost": (2, 0, 0),
    "partly": (1.5, 0, 0),
    "weather": (0, 2, 0),
    "contrary": (0, 0, 7),
    "against": (0, 0, 2),
    "opposed": (0, 0, 1.5),
    "nonsense": (float("nan"), 0, 0),
}
ORDER = ("entailment", "neutral", "contradiction")


def save_nli(
    folder: Path,
    labels: Sequence[str] = ORDER,
    *,
    names: Sequence[str] | None = None,
    inputs: Sequence[str] = ("input_ids", "attention_mask", "token_type_ids"),
    positions: int = 64,
    first_position: int = 0,
    integers: int = TensorProto.INT64,
    config: Mapping[str, object] | None = None,
) -> Path:
    """Save a model whose logits stand in the order of `labels`, which it calls by `names`.

    As in a real one, a text with more tokens than there are positions breaks it. With
    `token_type_ids` only the words of the premise count.
    """
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(_model(labels, inputs, positions, first_position, integers), folder / "model.onnx")
    _tokenizer().save(str(folder / "tokenizer.json"))
    whole = {
        "id2label": dict(enumerate(names or labels)),
        "max_position_embeddings": positions,
        **(config or {}),
    }
    (folder / "config.json").write_text(json.dumps(whole), encoding="utf-8")
    return folder


def _tokenizer() -> Tokenizer:
    numbers = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(numbers, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(mark, numbers[mark]) for mark in ("[CLS]", "[SEP]")],
    )
    # What exports hold; both are to be overruled.
    tokenizer.enable_padding(length=200)
    tokenizer.enable_truncation(150)
    return tokenizer


def _model(
    labels: Sequence[str], inputs: Sequence[str], positions: int, first_position: int, integers: int
) -> onnx.ModelProto:
    column = [ORDER.index(label) for label in labels]
    table = np.array(list(WORDS.values()), np.float32)[:, column]
    constants: dict[str, np.ndarray[Any, Any]] = {
        "table": table,
        "positions": np.zeros((positions, len(labels)), np.float32),
        "first": np.array(first_position, np.int64),
        "one": np.array(1, np.int64),
        "axis": np.array([1], np.int64),
        "last": np.array([-1], np.int64),
        "unit": np.array([1], np.float32),
    }
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["of_words"]),
        helper.make_node("Shape", ["input_ids"], ["shape"]),
        helper.make_node("Gather", ["shape", "one"], ["length"]),
        helper.make_node("Add", ["length", "first"], ["end"]),
        helper.make_node("Range", ["first", "end", "one"], ["places"]),
        helper.make_node("Gather", ["positions", "places"], ["of_places"]),
        helper.make_node("Add", ["of_words", "of_places"], ["0"]),
    ]
    current = "0"
    for name in inputs[1:]:
        nodes += _weighed(current, name)
        current = f"by_{name}"
    nodes.append(helper.make_node("ReduceSum", [current, "axis"], ["logits"], keepdims=0))
    graph = helper.make_graph(
        nodes,
        "nli",
        [helper.make_tensor_value_info(name, integers, [1, "length"]) for name in inputs],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, len(labels)])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def _weighed(current: str, name: str) -> list[onnx.NodeProto]:
    weight = f"{name}_weight"
    nodes = [helper.make_node("Cast", [name], [f"{name}_cast"], to=TensorProto.FLOAT)]
    if name == "token_type_ids":
        nodes.append(helper.make_node("Sub", ["unit", f"{name}_cast"], [f"{name}_kept"]))
    else:
        nodes.append(helper.make_node("Identity", [f"{name}_cast"], [f"{name}_kept"]))
    nodes.append(helper.make_node("Unsqueeze", [f"{name}_kept", "last"], [weight]))
    nodes.append(helper.make_node("Mul", [current, weight], [f"by_{name}"]))
    return nodes
