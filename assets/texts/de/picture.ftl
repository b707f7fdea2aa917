# Bilder des Ablaufs.
command-save-picture = Als Bild speichern …
picture-title = Als Bild speichern
picture-sentence = Ein SVG bleibt in jeder Größe scharf und enthält die Texte als Text; ein PNG öffnet jedes Programm.
picture-format = Format
picture-scale = Maßstab
picture-scale-value = { $scale }-fach
picture-extent = Was zu sehen ist
picture-all = Alles
picture-selection = Nur die Auswahl
picture-colours = Farben
picture-light = Hell
picture-dark = Dunkel
picture-notes = Notizen der Schritte unter dem Bild aufführen
picture-choose-place = Speichern unter …
picture-saved = Das Bild ist gespeichert: { $file }
picture-nothing = Hier ist nichts gezeichnet, wovon es ein Bild geben könnte.
picture-too-large = Das Bild wäre { $width } × { $height } Bildpunkte groß. So große Bilder öffnen andere Programme nicht. Wählen Sie einen kleineren Maßstab oder weniger Schritte, oder nehmen Sie SVG.
picture-size = { $width } × { $height } Bildpunkte
picture-boxes = Der Schrift des Bildes fehlen: { $letters }. In einem PNG sind sie Kästchen; ein SVG zeigt sie, wo eine passende Schrift da ist.
picture-element = { $kind }: { $name }
picture-more = und { $count } weitere
picture-described = Ablauf „{ $name }“ mit { $count ->
    [one] einem Element
   *[other] { $count } Elementen
}: { $elements }
picture-preview = Vorschau
picture-preview-drawing = Die Vorschau wird gezeichnet …
picture-preview-of = Vorschau des Bildes, { $size }
