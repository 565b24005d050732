pragma Singleton

import QtQuick

/* Every colour, size and duration of the exhibit. Sizes are multiples of u, 1/1080 of the shorter side of the panel;
   what a hand must hit or an eye must read is also held to millimetres of glass (numbers.md).
   Main.qml binds the first group of properties to the machine and the visit; everything else follows. */
QtObject {
    id: root

    // What the machine and the visit decide.
    property real shorterSide: 1080
    property real pixelsPerMillimetre: 2.71
    property string script: "latin"
    property bool rightToLeft: false
    property bool highContrast: false
    property bool largeText: false
    property bool reach: false
    property bool still: false
    property bool compact: false

    readonly property real u: shorterSide / 1080
    readonly property real mm: pixelsPerMillimetre

    // Colour: lapis night, turquoise, saffron gold, ivory, pomegranate.
    readonly property color night: highContrast ? "#000000" : "#060A1C"
    readonly property color lapisDeep: highContrast ? "#000000" : "#080D26"
    readonly property color lapis: highContrast ? "#000000" : "#0B1230"
    readonly property color lapisHigh: highContrast ? "#000000" : "#111A42"
    readonly property color lapisLift: highContrast ? "#000000" : "#182455"
    readonly property color ivory: highContrast ? "#FFFFFF" : "#F4EBDD"
    readonly property color ivoryDim: highContrast ? "#FFFFFF" : "#C8C6CF"
    readonly property color gold: highContrast ? "#FFD873" : "#E9B44C"
    readonly property color goldLight: highContrast ? "#FFE9AE" : "#F5D592"
    readonly property color turquoise: highContrast ? "#86DDD6" : "#2BB7B3"
    readonly property color pomegranate: highContrast ? "#E98F78" : "#C8553D"
    readonly property color pomegranateLight: "#E98F78"
    readonly property color ink: highContrast ? "#000000" : "#0B1230"
    readonly property color line: highContrast ? "#FFFFFF" : gold
    readonly property color focus: highContrast ? "#FFE9AE" : "#86DDD6"
    readonly property color clear: "transparent"
    readonly property real plateOpacity: highContrast ? 1 : 0.82
    readonly property real dimmed: highContrast ? 1 : 0.94
    readonly property real quietLine: highContrast ? 1 : 0.45
    readonly property real wallPattern: highContrast ? 0 : 0.07

    // Measure.
    readonly property real hair: Math.max(1, (highContrast ? 3 : 1.5) * u)
    readonly property real strong: Math.max(2, 4 * u)
    readonly property real touch: Math.max((reach ? 140 : 88) * u, 20 * mm)
    readonly property real margin: 96 * u
    readonly property real marginNarrow: 60 * u
    readonly property real gutter: 28 * u
    readonly property real gap: Math.max(14 * u, mm)
    readonly property real step: 8 * u
    readonly property real cut: 18 * u
    readonly property real ring: 12 * mm

    // Type: one display face for three scripts, one text face per script. Leading is fixed, not left to the font.
    readonly property string displayFace: "El Messiri"
    readonly property string textFace: face("body", script)

    function face(role: string, script: string): string {
        if (role === "display" || role === "title" || role === "lead")
            return displayFace;
        return script === "arabic" ? "IBM Plex Sans Arabic" : "IBM Plex Sans";
    }

    // El Messiri lacks the Kazakh letters, and its Eastern digits are stylised: such titles are set in Plex.
    function faceFor(role: string, script: string, text: string): string {
        const chosen = face(role, script);
        if (chosen !== displayFace || !/[ҒғҚқҢңӨөҰұҮүҺһӘә٠-٩۰-۹]/.test(text))
            return chosen;
        return script === "arabic" ? "IBM Plex Sans Arabic" : "IBM Plex Sans";
    }

    function size(role: string): int {
        const plain = {display: 104, title: 66, lead: 37, body: 30, label: 29, caption: 26, numeral: 44};
        const large = {display: 104, title: 78, lead: 50, body: 50, label: 36, caption: 37, numeral: 60};
        return Math.round((largeText ? large : plain)[role] * u);
    }

    function leading(role: string, script: string): real {
        const latin = {display: 1.1, title: 1.13, lead: 1.25, body: 1.44, label: 1.26, caption: 1.3, numeral: 1.2};
        const arabic = {display: 1.28, title: 1.32, lead: 1.5, body: 1.66, label: 1.45, caption: 1.52, numeral: 1.3};
        return (script === "arabic" ? arabic : latin)[role];
    }

    function weight(role: string): int {
        return {display: Font.Medium, title: Font.Medium, lead: Font.Normal, body: Font.Normal, label: Font.Medium,
                caption: Font.Normal, numeral: Font.Light}[role];
    }

    // Motion, in milliseconds.
    readonly property int quick: still ? 0 : 160
    readonly property int calm: still ? 200 : 420
    readonly property int slow: still ? 200 : 900
}
