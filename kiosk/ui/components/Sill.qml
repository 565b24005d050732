pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.theme

/* The sill: always at the bottom, always in the same order: where am I, where can I go, in which language, how do I
   see and reach. It mirrors with the reading direction. With reach mode on, everything that can be touched on the
   screen stands here, large, in the lowest third. */
Item {
    id: root

    required property VisitModel visit
    required property ExhibitModel exhibit
    required property PanelModel panel
    readonly property bool portrait: parent !== null && parent.height > parent.width
    readonly property bool inPanel: visit.screen === "panel"
    readonly property bool manyTongues: exhibit.tongues !== null && tongueCount.count > 3
    readonly property bool wordless: Theme.compact || (portrait && !Theme.reach)
    readonly property real edge: (portrait ? 36 : 48) * Theme.u

    signal languagesWanted()

    implicitHeight: Theme.reach ? reachRow.height + 2 * Theme.gutter
                                : portrait ? 2 * Theme.touch + 3 * Theme.gap + 8 * Theme.u : Theme.touch + 44 * Theme.u
    Accessible.role: Accessible.ToolBar
    Accessible.name: exhibit.title

    Rectangle {
        anchors.fill: parent
        color: Theme.night
    }
    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }
    Rectangle {
        y: 7 * Theme.u
        width: parent.width
        height: 1
        color: Theme.line
        opacity: Theme.quietLine
        visible: !Theme.highContrast
    }
    Repeater {
        id: tongueCount

        model: root.exhibit.tongues

        Item {}
    }

    component HomePlate: TouchPlate {
        label: qsTrId("sill.home")
        sign: "home"
        wordless: root.wordless
        onTapped: root.visit.goHome()
    }
    component HelpButton: TouchPlate {
        label: qsTrId("sill.help")
        sign: "sight"
        signSize: 48 * Theme.u
        wordless: !Theme.reach
        chosen: root.visit.helpOpen
        onTapped: root.visit.askForHelp(!root.visit.helpOpen)
    }
    component Steps: Row {
        spacing: Theme.gap

        TouchPlate {
            label: qsTrId("sill.previous")
            sign: "back"
            wordless: Theme.compact || Theme.largeText
            onTapped: root.panel.openPrevious()
        }
        TouchPlate {
            label: qsTrId("sill.all")
            sign: "gallery"
            wordless: Theme.compact
            onTapped: root.visit.goToGallery()
        }
        TouchPlate {
            label: qsTrId("sill.next")
            sign: "onward"
            signLast: true
            wordless: Theme.compact || Theme.largeText
            onTapped: root.panel.openNext()
        }
    }
    component Tongues: Row {
        spacing: 6 * Theme.u

        Repeater {
            model: root.manyTongues ? null : root.exhibit.tongues

            TouchPlate {
                id: tongue

                required property string code
                required property string name

                label: name
                bare: !Theme.reach
                chooses: true
                padding: 20 * Theme.u
                chosen: code === root.exhibit.language
                onTapped: root.visit.chooseLanguage(code)
            }
        }
        TouchPlate {
            visible: root.manyTongues
            label: qsTrId("sill.languages")
            sign: "language"
            onTapped: root.languagesWanted()
        }
    }

    // Only the arrangement that shows is built.
    component Arrangement: Loader {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.edge
        anchors.rightMargin: root.edge
        visible: active
    }

    // One row.
    Arrangement {
        active: !Theme.reach && !root.portrait
        height: root.height
        sourceComponent: Item {
            anchors.fill: parent
            anchors.topMargin: 8 * Theme.u

            HomePlate {
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
            }
            Steps {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.horizontalCenterOffset: -84 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                visible: root.inPanel
            }
            TouchPlate {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.horizontalCenterOffset: -84 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                visible: !root.inPanel
                bare: true
                chosen: true
                label: qsTrId("sill.gallery")
                sign: "gallery"
                onTapped: root.visit.filter("")
            }
            Tongues {
                anchors.right: help.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
            }
            HelpButton {
                id: help

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    // Two rows.
    Arrangement {
        active: !Theme.reach && root.portrait
        height: root.height
        sourceComponent: Item {
            anchors.fill: parent
            anchors.topMargin: Theme.gap + 8 * Theme.u
            anchors.bottomMargin: Theme.gap

            HomePlate {
                id: homeBelow

                anchors.left: parent.left
                anchors.top: parent.top
            }
            Steps {
                anchors.left: homeBelow.right
                anchors.leftMargin: Theme.gap
                anchors.top: parent.top
                visible: root.inPanel
            }
            TouchPlate {
                anchors.left: homeBelow.right
                anchors.leftMargin: 2 * Theme.gap
                anchors.top: parent.top
                visible: !root.inPanel
                bare: true
                chosen: true
                label: qsTrId("sill.gallery")
                sign: "gallery"
                onTapped: root.visit.filter("")
            }
            Tongues {
                anchors.left: parent.left
                anchors.bottom: parent.bottom
            }
            HelpButton {
                anchors.right: parent.right
                anchors.bottom: parent.bottom
            }
        }
    }
    // Within reach from a seat.
    Arrangement {
        id: reachRow

        active: Theme.reach
        anchors.verticalCenter: parent.verticalCenter
        sourceComponent: Flow {
            spacing: Theme.gap

            TouchPlate {
                visible: root.inPanel && root.panel.pageCount > 1
                main: true
                label: qsTrId("panel.readOn")
                sign: "onward"
                enabled: root.panel.page < root.panel.pageCount - 1
                onTapped: root.visit.turnTo(root.panel.page + 1)
            }
            TouchPlate {
                visible: root.inPanel && root.panel.pageCount > 1
                label: qsTrId("panel.readBack")
                sign: "back"
                wordless: true
                enabled: root.panel.page > 0
                onTapped: root.visit.turnTo(root.panel.page - 1)
            }
            TouchPlate {
                visible: root.inPanel
                label: root.visit.face === "story" ? qsTrId("panel.how") : qsTrId("panel.story")
                sign: "book"
                onTapped: root.visit.turn(root.visit.face === "story" ? "evidence" : "story")
            }
            HomePlate { wordless: true }
            Steps { visible: root.inPanel }
            Tongues {}
            HelpButton { wordless: true }
        }
    }
}
