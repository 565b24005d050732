pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ui.theme

/* The mark of the control that the keyboard would work: a second line outside the plate. */
CutPlate {
    id: root

    required property bool shown

    anchors.fill: parent
    anchors.margins: -6 * Theme.u
    visible: shown
    cut: Theme.cut + 4 * Theme.u
    line: Theme.focus
    lineWidth: Theme.strong
}
