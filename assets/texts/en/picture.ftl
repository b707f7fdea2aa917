# Pictures of the flow.
command-save-picture = Save as picture …
picture-title = Save as picture
picture-sentence = An SVG stays sharp at any size and holds its texts as text; any program opens a PNG.
picture-format = Format
picture-scale = Scale
picture-scale-value = { $scale } times
picture-extent = What it shows
picture-all = Everything
picture-selection = The selection only
picture-colours = Colours
picture-light = Light
picture-dark = Dark
picture-notes = List the notes of the steps below the picture
picture-choose-place = Save as …
picture-saved = The picture is saved: { $file }
picture-nothing = Nothing is drawn here of which there could be a picture.
picture-too-large = The picture would have { $width } × { $height } pixels. Other programs do not open pictures that large. Choose a smaller scale or fewer steps, or take SVG.
picture-size = { $width } × { $height } pixels
picture-boxes = The typeface of the picture lacks: { $letters }. In a PNG they are boxes; an SVG shows them where a fitting typeface is installed.
picture-element = { $kind }: { $name }
picture-more = and { $count } more
picture-described = Flow “{ $name }” with { $count ->
    [one] one element
   *[other] { $count } elements
}: { $elements }
picture-preview = Preview
picture-preview-drawing = The preview is being drawn …
picture-preview-of = Preview of the picture, { $size }
