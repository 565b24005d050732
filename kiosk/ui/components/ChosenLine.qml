pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ui.theme

/* What is chosen carries a gold line with a star in its middle, so that colour never speaks alone. */
Item {
    id: root

    implicitHeight: 16 * Theme.u
    Accessible.ignored: true

    Rectangle {
        anchors.left: parent.left
        anchors.right: star.left
        anchors.rightMargin: 5 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.strong
        color: Theme.gold
    }
    StarMark {
        id: star

        anchors.centerIn: parent
        size: 18 * Theme.u
    }
    Rectangle {
        anchors.left: star.right
        anchors.leftMargin: 5 * Theme.u
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.strong
        color: Theme.gold
    }
}
