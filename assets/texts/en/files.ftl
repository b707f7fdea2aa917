# Opening, saving, restoring
unsaved-title = Save changes?
unsaved-sentence = “{ $name }” has not been saved yet. Without saving, the changes are lost.
unsaved-save = Save
unsaved-discard = Discard
changed-title = The file has changed meanwhile
changed-sentence = The file “{ $file }” has been changed by another program or person since it was opened. Overwriting it discards those changes.
changed-elsewhere = Save under another name
changed-overwrite = Overwrite
waiting-title = Choose a file
waiting-sentence = The system's file window is open. If it does not appear, you can enter the place yourself.
waiting-type = Enter the place
path-open-title = Open file
path-save-title = Save file
path-open = Open
path-save = Save
path-name = File name or whole path
path-names = File names, one a line or separated by semicolons
path-up = Parent folder
recovery-title = Restore your work
recovery-sentence = Dienstweg did not end properly. These states were kept:
recovery-copy = { $name } – as of { $when }
recovery-unsaved = Never saved
recovery-restore = Restore
recovery-discard = Discard
recovery-later = Decide later
file-kinds = Procedures and files of other programs
file-saved = Saved: { $file }
file-bundle-opened = The bundle was opened as a copy. Save it under a name to go on working.
file-cannot-open = “{ $file }” cannot be opened. { $reason }
file-cannot-save = “{ $file }” cannot be saved. { $reason } Your work stays in the window.
file-open-elsewhere = “{ $file }” is already open in another tab. Please choose another name.
replace-title = Replace the existing file?
replace-sentence = The file “{ $file }” exists already. Replacing it loses its content.
drop-here = Drop the file here to open it
time-format = %d %b %Y, %H:%M
io-not-found = The file or folder does not exist (any more). Please check the place.
io-denied = Permission for this place is missing. Please choose another folder.
io-full = The disk is full. Please make room or choose another place.
io-folder = This is a folder, not a file.
io-no-folder = On the way there is a file where a folder should be. Please choose another place.
io-name = This name is not allowed here. Please choose another one.
io-too-much = The folder holds more than is read (2,000 files, 64 MB). Choose the folder that holds only the project.
io-other = The system says: { $reason }.
bundle-save-title = Save the bundle
bundle-saved = The bundle {$file} is saved.
bundle-exists = The file {$file} exists already. Choose another name; a delivered bundle is not overwritten.
bundle-has-errors = The procedure still has errors. Mend them first, they stand in the list.
recovery-steps-lost = The document is restored. Its earlier steps could not be read and cannot be undone any more.
path-take-folder = Take this folder
path-folder-title = Choose a folder
path-new-folder = New folder in it; leave empty to take the one that is shown
replace-in-title = Replace existing files?
replace-in-sentence = The folder “{ $folder }” already holds other versions of { $files }{ $more ->
    [0] {""}
    [one] {" "}and one more file
   *[other] {" "}and { $more } more files
}. Replacing them loses their content.
