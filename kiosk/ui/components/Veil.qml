pragma ComponentBehavior: Bound
import QtQuick
import kiosk.ui.theme

/* A dark ground that rises from the lower edge of a picture, so that words on it can be read. */
Rectangle {
    id: root

    Accessible.ignored: true
    gradient: Gradient {
        GradientStop { position: 0; color: Qt.alpha(Theme.night, Theme.highContrast ? 0.9 : 0) }
        GradientStop { position: 0.5; color: Qt.alpha(Theme.night, Theme.highContrast ? 1 : 0.8) }
        GradientStop { position: 1; color: Qt.alpha(Theme.night, Theme.highContrast ? 1 : 0.96) }
    }
}
