"""The colors of each theme. Every pair that carries text or a shape is held to its contrast in tests."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Colors:
    """One theme's colors as `#RRGGBB`, named for what they paint."""

    name: str
    page: str
    rail: str
    card: str
    line: str
    border: str
    ink: str
    quiet: str
    primary: str
    on_primary: str
    primary_hover: str
    primary_pressed: str
    selected: str
    selected_border: str
    halo: str
    hover: str
    pressed: str
    track: str
    blue: str
    blue_fill: str
    shown: str
    partly: str
    to_learn: str
    unknown: str
    danger: str
    disabled_fill: str
    disabled_ink: str
    map_edge: str
    rail_line: str
    band: str
    band_line: str
    band_ink: str
    band_stripe: str
    hill_far: str
    hill_mid: str
    hill_near: str
    sun: str
    road: str


LIGHT = Colors(
    name="light",
    page="#FAF8F4",
    rail="#F3EFE7",
    card="#FFFFFF",
    line="#E3DED4",
    border="#78828F",
    ink="#1F2933",
    quiet="#52606D",
    primary="#0B6B6B",
    on_primary="#FFFFFF",
    primary_hover="#095858",
    primary_pressed="#074747",
    selected="#E3F0EE",
    selected_border="#9CC9C4",
    halo="#9CC9C4",
    hover="#EEF6F5",
    pressed="#D3E6E3",
    track="#E9E4DA",
    blue="#2F5D8A",
    blue_fill="#E8EFF6",
    shown="#187438",
    partly="#8A5A00",
    to_learn="#5B4B8A",
    unknown="#52606D",
    danger="#B3261E",
    disabled_fill="#E9E4DA",
    disabled_ink="#6B7680",
    map_edge="#78828F",
    rail_line="#CFC8BA",
    band="#F5E4BE",
    band_line="#B98F2E",
    band_ink="#4A3A10",
    band_stripe="#DDBF78",
    hill_far="#B3D6D1",
    hill_mid="#8DBFB9",
    hill_near="#62A39C",
    sun="#F5E4BE",
    road="#FAF8F4",
)

DARK = Colors(
    name="dark",
    page="#16191D",
    rail="#1B1F24",
    card="#20252B",
    line="#343B44",
    border="#7F8B98",
    ink="#F2F0EB",
    quiet="#B8C0C8",
    primary="#4FC3B8",
    on_primary="#0E2A2A",
    primary_hover="#6BD0C6",
    primary_pressed="#3AA89E",
    selected="#17393A",
    selected_border="#2F6A68",
    halo="#2F6A68",
    hover="#26333A",
    pressed="#1D4546",
    track="#343B44",
    blue="#8FB8E8",
    blue_fill="#1E2C3A",
    shown="#6FCF8E",
    partly="#E8B45A",
    to_learn="#B9A8F0",
    unknown="#B8C0C8",
    danger="#FF8A80",
    disabled_fill="#2A3037",
    disabled_ink="#9AA3AD",
    map_edge="#8A95A1",
    rail_line="#4A535E",
    band="#3A3119",
    band_line="#A98A3E",
    band_ink="#F3DFAE",
    band_stripe="#6B5722",
    hill_far="#1E3A3B",
    hill_mid="#1A3031",
    hill_near="#152627",
    sun="#3A3119",
    road="#3D5756",
)

CONTRAST = Colors(
    name="contrast",
    page="#000000",
    rail="#000000",
    card="#000000",
    line="#FFFFFF",
    border="#FFFFFF",
    ink="#FFFFFF",
    quiet="#FFFFFF",
    primary="#FFEE32",
    on_primary="#000000",
    primary_hover="#FFF67A",
    primary_pressed="#FFFFFF",
    selected="#00304A",
    selected_border="#FFEE32",
    halo="#FFEE32",
    hover="#1F1F1F",
    pressed="#3A3A3A",
    track="#3A3A3A",
    blue="#7FD4FF",
    blue_fill="#00243A",
    shown="#7CFF8A",
    partly="#FFC04D",
    to_learn="#D9C7FF",
    unknown="#FFFFFF",
    danger="#FF9A90",
    disabled_fill="#2A2A2A",
    disabled_ink="#BDBDBD",
    map_edge="#FFFFFF",
    rail_line="#FFFFFF",
    band="#000000",
    band_line="#FFEE32",
    band_ink="#FFEE32",
    band_stripe="#6B6100",
    hill_far="#1F1F1F",
    hill_mid="#161616",
    hill_near="#0C0C0C",
    sun="#6B6100",
    road="#FFFFFF",
)

THEMES = {colors.name: colors for colors in (LIGHT, DARK, CONTRAST)}
