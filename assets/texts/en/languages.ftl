# languages
# The place Forms, languages: what citizens read, and its translations.
forms-view-languages = Languages
forms-view-languages-help = Translate forms into other languages
languages-title = Languages
languages-none = So far the forms are in German only. Add a language and translate what is to be read in them.
languages-add = Add language
languages-add-other = Another language
languages-add-other-title = Add another language
languages-name = Name of the language
languages-tag = Language tag
languages-tag-help = The tag after BCP 47, for example it for Italian or sr-Latn for Serbian in Latin script.
languages-more = More about { $language }
languages-remove = Remove language
languages-progress = { $current } of { $all } texts done
languages-search = Search texts
languages-all = All
languages-missing = Missing ({ $count })
languages-outdated = Outdated ({ $count })
languages-next = Next open text
languages-next-help = To the next text that is missing or outdated (Ctrl+Enter)
languages-done = All texts are translated.
languages-nothing = No text is to be seen here. Change the selection or the search.
languages-copy = Copy table
languages-copy-help = All texts to the clipboard, for a spreadsheet
languages-copied = The table is on the clipboard.
languages-paste = Paste table
languages-paste-title = Paste a translated table
languages-paste-help = Paste two columns here: the German text at the left, its translation at the right.
languages-take-over = Take over
languages-taken-over = { $count ->
    [0] No text of the table fitted or was new.
    [one] One translation was taken over.
   *[other] { $count } translations were taken over.
}
languages-translation-of = Translation of: { $german }
languages-is-missing = missing
languages-is-outdated = outdated
languages-is-current = done
languages-was = What was translated: { $german }
languages-still-fits = Still fits
languages-part-name = Name or title
languages-part-description = Description
languages-part-label = Label
languages-part-help = Help
languages-part-text = Text or message
languages-part-message = Message
languages-part-code = Value to choose
languages-part-code-help = Explanation of a value to choose
languages-english = English
languages-plain-german = Plain German
languages-turkish = Turkish
languages-arabic = Arabic
languages-ukrainian = Ukrainian
languages-russian = Russian
languages-polish = Polish
languages-romanian = Romanian
languages-french = French
languages-persian = Persian
