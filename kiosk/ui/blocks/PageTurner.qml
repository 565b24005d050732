pragma ComponentBehavior: Bound
import QtQuick
import kiosk.bridge
import kiosk.ui.components
import kiosk.ui.theme

/* Turns the pages beside the text: back, where one is, read on. */
Row {
    id: root

    required property VisitModel visit
    required property PanelModel panel

    spacing: Theme.gap
    visible: panel.pageCount > 1

    TouchPlate {
        label: qsTrId("panel.readBack")
        sign: "back"
        wordless: true
        enabled: root.panel.page > 0
        onTapped: root.visit.turnTo(root.panel.page - 1)
    }
    TouchPlate {
        label: qsTrId("panel.readOn")
        sign: "onward"
        wordless: true
        main: enabled && root.visit.face === "story"
        enabled: root.panel.page < root.panel.pageCount - 1
        onTapped: root.visit.turnTo(root.panel.page + 1)
    }
}
