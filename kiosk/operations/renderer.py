"""Which renderer this machine should use: its GPU, or Qt Quick's own software renderer where OpenGL would only be
Mesa's software rasteriser (a third to a quarter of its cost for scenes of moving pictures; architecture decision)."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_DRIVERS = {
    "i915",
    "xe",
    "amdgpu",
    "radeon",
    "nouveau",
    "nvidia",
    "nvidia-drm",
    "v3d",
    "vc4",
    "vc4-drm",
    "panfrost",
    "panthor",
    "lima",
    "msm",
    "etnaviv",
    "tegra",
    "imx-drm",
    "asahi",
    "powervr",
    "virtio_gpu_gl",
    "vmwgfx",
}
"""Kernel drivers behind which there is a GPU that draws; others only show pictures (simpledrm, vkms, bochs, ast, ...)."""


def choose_renderer(setting: str, environment: Mapping[str, str], root: Path = Path("/"), platform: str = sys.platform) -> str:
    """gpu or software: what the setting says, else what the environment says, else what the machine has."""
    if setting in ("gpu", "software"):
        return setting
    if backend := environment.get("QT_QUICK_BACKEND"):
        return "software" if backend == "software" else "gpu"
    if platform in ("win32", "darwin"):
        return "gpu"
    if environment.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        return "software"
    return "gpu" if _has_gpu(root) else "software"


def _has_gpu(root: Path) -> bool:
    nodes = list((root / "dev/dri").glob("renderD*"))
    drivers = {(root / "sys/class/drm" / node.name / "device/driver").resolve().name for node in nodes}
    return bool(drivers & _DRIVERS)


def apply_renderer(choice: str) -> None:
    """Tell Qt, before its application is made."""
    if choice == "software":
        os.environ["QT_QUICK_BACKEND"] = "software"
    else:
        os.environ.pop("QT_QUICK_BACKEND", None)
