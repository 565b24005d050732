pragma Singleton

import QtQuick

/* The exhibit's own signs as strokes on a field of 48 by 48, drawn with compass and rule in the key-line style.
   `directional` signs point along the reading direction and are mirrored where it runs from right to left. */
QtObject {
    readonly property var directional: ["back", "onward", "book"]

    function path(sign: string): string {
        return paths[sign] ?? paths.star;
    }

    readonly property var paths: ({
        // Categories.
        people: "M24 8 A13 13 0 1 1 23.99 8 M15 17 H33 V27 H15 Z M14 40 C16 36 32 36 34 40",
        earth: "M24 12 A13 13 0 1 1 23.99 12 M11 25 H37 M24 12 C17 18 17 32 24 38 M24 12 C31 18 31 32 24 38 M20 5 H28 V9 H20 Z",
        voices: "M12 38 A3 3 0 1 1 11.99 38 M12 28 A11 11 0 0 1 23 39 M12 19 A20 20 0 0 1 32 39 M12 10 A29 29 0 0 1 41 39",
        telescopes: "M24 9 A15 15 0 1 1 23.99 9 M24 15 L26 22 L33 24 L26 26 L24 33 L22 26 L15 24 L22 22 Z",
        sites: "M24 6 L29 14 V33 H19 V14 Z M19 24 L10 33 V40 M29 24 L38 33 V40 M6 41 H42",
        students: "M24 7 L39 15 V32 L24 41 L9 32 V15 Z M9 15 L24 24 L39 15 M24 24 V41",
        trials: "M19 7 H29 M21 7 V20 L11 37 C10 39.500 11.500 41 14 41 H34 C36.500 41 38 39.500 37 37 L27 20 V7 M16 30 H32 M21 35 A1 1 0 1 1 20.99 35 M27 34 A1.500 1.500 0 1 1 26.99 34",
        about: "M24 6 L29.2 11.5 H36.5 V18.8 L42 24 L36.5 29.2 V36.5 H29.2 L24 42 L18.8 36.5 H11.5 V29.2 L6 24 L11.5 18.8 V11.5 H18.8 Z M24 18 A6 6 0 1 1 23.99 18",
        star: "M24 6 L29.2 11.5 H36.5 V18.8 L42 24 L36.5 29.2 V36.5 H29.2 L24 42 L18.8 36.5 H11.5 V29.2 L6 24 L11.5 18.8 V11.5 H18.8 Z",
        // Ways through the exhibit.
        home: "M8 23 L24 9 L40 23 M13 19 V39 H35 V19 M20 39 V28 H28 V39",
        gallery: "M8 8 H21 V21 H8 Z M27 8 H40 V21 H27 Z M8 27 H21 V40 H8 Z M27 27 H40 V40 H27 Z",
        back: "M40 24 H9 M20 12 L8 24 L20 36",
        onward: "M8 24 H39 M28 12 L40 24 L28 36",
        down: "M24 8 V39 M12 28 L24 40 L36 28",
        up: "M24 40 V9 M12 20 L24 8 L36 20",
        close: "M11 11 L37 37 M37 11 L11 37",
        book: "M24 13 C19 9 12 9 7 11 V37 C12 35 19 35 24 39 C29 35 36 35 41 37 V11 C36 9 29 9 24 13 V39",
        facts: "M24 7 A17 17 0 1 1 23.99 7 M24 21 V33 M24 14 V15.5",
        hand: "M18 25 V11 C18 7.500 23 7.500 23 11 V22 M23 20 C23 17 28 17 28 20 V23 M28 21 C28 18.500 33 18.500 33 21.500 V24 M33 23 C33 20.500 37.500 20.500 37.500 24 V31 C37.500 38 33 42 27 42 C21 42 19 39 16 35 L11 28 C9.500 25 13.500 23 15.500 25.500 L18 29",
        // Pictures.
        closer: "M20 8 A12 12 0 1 1 19.99 8 M29 29 L41 41 M20 14 V26 M14 20 H26",
        away: "M20 8 A12 12 0 1 1 19.99 8 M29 29 L41 41 M14 20 H26",
        whole: "M8 17 V8 H17 M31 8 H40 V17 M40 31 V40 H31 M17 40 H8 V31",
        // Seeing and reaching.
        sight: "M24 5 A19 19 0 1 1 23.99 5 M24 12 A2.500 2.500 0 1 1 23.99 12 M13 20 L24 22 L35 20 M24 22 V28 M24 28 L18 38 M24 28 L30 38",
        letters: "M5 37 L14 12 L23 37 M8 29 H20 M27 37 L34 19 L41 37 M29.500 31 H38.500",
        contrast: "M24 7 A17 17 0 1 1 23.99 7 M24 7 V41 M24 13 H38 M24 19 H40.500 M24 25 H41 M24 31 H39.500 M24 37 H35",
        motion: "M6 34 C14 34 14 14 24 14 C34 14 34 34 42 34 M24 14 A3 3 0 1 1 23.99 14",
        reach: "M24 6 V28 M14 19 L24 29 L34 19 M7 34 H41 M7 41 H41",
        language: "M24 7 A17 17 0 1 1 23.99 7 M7 24 H41 M24 7 C15 15 15 33 24 41 M24 7 C33 15 33 33 24 41",
        again: "M38 15 A16 16 0 1 0 40 26 M39 6 V16 H29",
        chosen: "M9 25 L20 36 L40 12"
    })
}
