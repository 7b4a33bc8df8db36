# What is wrong with what was written, and what can go wrong.
# A fault says what happened, that nothing is lost, and what to do.

problem-missing = This must be filled in.
problem-too-long = The text is too long. There is room for { $most } characters.
problem-too-many = There are too many. There is room for { $most }.
problem-not-one-line = Write it on one line.
problem-not-a-day = Enter a date, for example 14.03.2026.
problem-not-a-time = Write the time like this: 14:30
problem-not-an-amount = Write the amount like this: 1250 or 1250.50
problem-not-a-week = Write the week like this: 2026-W11
problem-not-a-moment = Enter a date and a time, for example 14.03.2026 10:30.
problem-skipped-hour = There is no such time: that night the clock is set forward past it. Choose another.
problem-not-a-phone = Write a number that one can call.
problem-not-an-email = Write an e-mail address, such as post@kommune.no.
problem-out-of-range = Enter a whole number from { $least } to { $most }.
problem-unknown-choice = Choose something from the list.
problem-unknown-link = Choose one that exists.
problem-unknown-language = Choose a language from the list.
problem-ends-before-start = The end must come after the start.
problem-identity-number = This holds a national identity number. Take it out – it must never be kept here.
problem-placeholder-missing = { $name } is missing, which Bomiljø fills in. Put it back.
problem-placeholder-unknown = { $name } is nothing that Bomiljø can fill in here. Take it out or correct it.
problem-ambiguous = Several go by this name. Say more: the date of an activity, the apartment of a resident.
problem-taken = There is one with this already.
problem-wrong-type = This cannot be saved as it stands. Enter it again.
problem-wrong-step = That cannot be done as the matter stands now.
problem-receiver-only = Only the receiver can answer that.
problem-lead-only = Only a lead can do that.
problem-handover-not-open = The handover is not under way. Start it first.
problem-nothing-offered = This receiver has nothing to answer. Offer them matters first.
problem-leaves = That colleague is leaving and gets no new matters. Choose another.
problem-still-open =
    { $n ->
        [one] Nobody has said yes to 1 matter. Place it, or keep it with a lead.
       *[other] Nobody has said yes to { $n } matters. Place them, or keep them with a lead.
    }
problem-still-theirs =
    { $n ->
        [one] The colleague still has 1 matter. Give it to somebody else first.
       *[other] The colleague still has { $n } matters. Give them to somebody else first.
    }

fault-invalid =
    { $n ->
        [one] One thing must be put right before this can be saved. What you wrote is still here.
       *[other] { $n } things must be put right before this can be saved. What you wrote is still here.
    }
    .short = something to put right
fault-not-found = This is not on this device. It may have been deleted, or not have arrived yet. Nothing else has changed. Go back and try again later.
    .short = not here
fault-unknown-kind = This was made in a newer version of Bomiljø. It is safely kept, but you need to update to change it.
    .short = needs an update
fault-too-large = There is too much text in one place. What you wrote is still here. Split it in two.
    .short = too much text
fault-bad-call = Something went wrong in the app ({ $detail }). Nothing is lost. Reload, and tell us if it happens again.
    .short = a fault in the app
fault-no-site = This device is not part of a site yet. Join one, or start a new one.
    .short = not part of a site
fault-has-site = This device is already part of a site. Nothing has changed.
    .short = already part of a site
fault-bad-code = The code is not complete. Copy the whole code from your colleague and paste it again.
    .short = the code is not complete
fault-wrong-key = The data belongs to another key than the one on this device. It has not been touched. Put back the file and the key that belong together, or ask whoever manages the device.
    .short = wrong key
fault-missing-key = The key to the data on this device is missing. The data has not been touched. Put the key back, or ask whoever manages the device.
    .short = the key is missing
fault-damaged-key = The key on this device is damaged, so the data cannot be opened. Neither has been touched. Put the key back from a copy, or ask whoever manages the device.
    .short = damaged key
fault-missing-data = The data file is gone, though its key is here. If somebody moved it, put it back now. Otherwise Bomiljø starts empty next time, and what was sent comes back when you join the site again.
    .short = the data file is gone
fault-empty-data = The data file is empty. It has been set aside as { $kept }. Next time Bomiljø starts empty, and what was sent comes back when you join the site again.
    .short = the data file is empty
fault-damaged = The data file is too damaged for Bomiljø to go on with. It has been set aside as { $kept }, not deleted. Start again and join the site again: what was sent comes back. The rest can often be read from the file afterwards.
    .short = damaged file
fault-unsound = The data file seems to be damaged ({ $detail }). Start Bomiljø again: whatever can be read is saved then.
    .short = damaged file
fault-not-encrypted = This copy of Bomiljø cannot encrypt the data. Nothing was saved. Install the app again.
    .short = cannot encrypt
fault-already-open = Bomiljø is open in another window. Nothing is lost. Use that window, or close it and try again.
    .short = open elsewhere
fault-storage = The device could not save ({ $detail }). What was saved before is safe. Check that there is space left, and try again.
    .short = could not save
fault-insecure = The address begins with http, so others could read and change what is sent. Nothing was sent. Use the address that begins with https. Ask whoever runs the server if you don’t have it.
    .short = the address is not secure
fault-offline = There is no network just now. Everything is saved here and will be sent when the network is back.
    .short = no network
fault-refused = The server did not accept it ({ $reason }). Everything is saved here. Try again, and tell whoever runs the server if it goes on.
    .short = the server refused
fault-untrusted = What came from the server did not check out ({ $detail }) and was not used. Your own data is safe. Tell whoever runs the server.
    .short = the reply did not check out
fault-bad-file = The file { $file } cannot be read ({ $detail }). Nothing has changed. Choose another file.
    .short = the file cannot be read
fault-unread = This version cannot read everything that has arrived, so something would be missing from the file. No file was made. Update Bomiljø, wait until everything is fetched, and try again.
    .short = something is unread
fault-damaged-copy = This copy of the site is incomplete. Nothing was changed. Use another copy.
    .short = an incomplete copy
fault-barred = The device cannot be emptied yet. Nothing is deleted.
    .short = cannot be emptied yet
fault-emptied = This device is empty. Start Bomiljø again to join a building.
    .short = empty
fault-nothing-handed = There is no handover in this file. Nothing is changed. Choose the file that you were sent by the other team.
    .short = no handover
fault-wrong-words = The passphrase does not fit the file. Check each word, or call the person who sent it. Nothing is changed.
    .short = wrong passphrase
fault-damaged-file = The file is not whole, or was altered on the way. Nothing is changed here. Ask for it again.
    .short = damaged file
fault-newer-file = A newer version wrote the file. Update Bomiljø and try again.
    .short = newer file
fault-no-reply = This is not a reply to a package. Choose the file that the receiver sent back; its name ends in .bomiljo.
    .short = no reply
fault-newer-reply = A newer version wrote this reply. Update Bomiljø, and read it again.
    .short = newer reply
fault-others-reply = This reply is to another handover or another building. Nothing is changed. Check that it is the right file, and sync if the handover is new.
    .short = other package
fault-damaged-reply = The reply is incomplete or was changed on its way. Nothing was read. Ask the receiver to send the file again.
    .short = damaged reply
