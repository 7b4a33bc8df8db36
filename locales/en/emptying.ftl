# The devices are emptied once everything is handed over and the archive is accepted.

emptying-section = Emptying the devices
emptying-archives = Archives
emptying-no-archive = No archive has been made yet. It is needed when the staffing ends. You make it under “Archive, new team and copy”, in the program on the computer.
emptying-made = Made { $when }
emptying-devices = Devices to be emptied
emptying-own = { $who } (this device)
emptying-newer = Has something that is not in the archive
emptying-waiting = Not emptied yet
emptying-begun = The emptying began { $when }, but the device has not said that it is empty
emptying-noted = Noted by a lead
emptying-emptied = Emptied { $when }
emptying-last = Last change from the device: { $when }
emptying-never = Nothing is recorded from the device
emptying-note = Note what happened
emptying-note-for = What happened to { $who }’s device?
emptying-note-what = For a device that is gone or broken, or that others have emptied, such as the IT department. Write what you know, and who did what.
emptying-is-noted = It is noted
emptying-device = Empty this device
emptying-sure = Empty this device?
emptying-sure-what = First everything is sent. Then the key is destroyed, and all that Bomiljø has stored on this device is deleted. It cannot be undone. Delete files that you have downloaded yourself.
emptying-now = Empty the device now
emptying-under-way = Sending and emptying …
emptied-title = The device is empty
emptied-what = Everything is sent, the key is destroyed, and what was stored here is deleted. Delete files that you have downloaded yourself. You can close Bomiljø.

barrier-stays = This device is not emptied with this handover.
barrier-not-closed = The device can be emptied once the handover is closed.
barrier-unaccepted = After the handover was closed, matters came that have no receiver. Find a receiver first.
barrier-not-archived = The device can be emptied once the depot has accepted the archive and a lead has noted it. That it was received is not enough.
barrier-not-in-archive = Something that was written on this device is not in the archive. Make a new archive once everything is sent, and have it accepted.
barrier-unfinished = You have a draft that is not finished. Save it or discard it first. It is under “Not finished” on Today.
barrier-set-aside = A damaged data file was set aside on this device. Bring back what can be read of it, with bomiljo salvage, and delete it.
barrier-unsent = Something is not sent yet. Try again when there is a network.
