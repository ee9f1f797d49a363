### What stands in a bundle beside the evidence, for whoever opens it. Keys and variables are the same in ar, ckb and en.

bundle-readme =
    Case { $code }

    This folder holds what a person reported to Amin and agreed to hand on: the files as they arrived, what was said, and the record of who did what with them.

    1. Read { $report } first: it tells the case.
    2. Open { $page } in a browser. It works without a network and says what holds and what does not. { $script } does the same on a command line with Node.js.
    3. { $hand } lists commands with which the core of it can be checked without any program of ours.

    The originals are in { $originals } under neutral names; { $index } tells their original names. Do not open files of strangers on a machine that matters.
    What this proves: nothing in it was changed since the checkpoint was signed. What it does not prove: who made a picture, and whether it shows the truth.
by-hand-intro =
    Checking by hand. The commands below need a terminal with sha256sum, sed, base64 and OpenSSL 3, in the folder in which this file lies.
by-hand-files =
    1. Every file is what its list says. Each line must end in OK.
by-hand-signature =
    2. The list itself is signed. The third command must say “Signature Verified Successfully”, and the last two must show the same 64 characters.
by-hand-checkpoint =
    3. The checkpoint, which covers this record together with those of all other cases, is signed by the same key. Again: “Signature Verified Successfully”. Compare the key with the one that the operator publishes.
by-hand-time =
    4. An authority outside vouches for when the checkpoint existed. The answer must be “Verification: OK”. The certificates beside the token came with the bundle: compare them with those that the authority publishes.
by-hand-rest =
    Two more things take many steps and are done by { $page } and { $script }: that every entry of { $entries } is chained to the one before it, and that its last entry stands in the checkpoint, by { $inclusion }.
dossier-readme =
    Network { $code }

    This folder holds what the team of Amin found and decided of cases that hang together: the cases by their codes, what each two of them share, by which method and threshold it was found, who judged it and when.

    1. Read { $dossier } first. { $facts } has the same for programs.
    2. Open { $page } in a browser. It works without a network and says what holds and what does not. { $script } does the same on a command line with Node.js.
    3. { $hand } lists commands with which the core of it can be checked without any program of ours.

    What this proves: the record of decisions was not changed since the checkpoint was signed. What it does not prove is said below.
dossier-limits =
    Limits, in plain words

    1. That two cases share a number, a text, a picture or a recording does not say who did it. Numbers are sold, borrowed and stolen.
    2. A picture that looks the same, or a text that was copied, may have come to both from somebody else. A recording that is the same is not the voice of the same person.
    3. What the computer found is a suspicion. What people judged stands with who judged it and when; they may be wrong.
    4. Only cases whose people agreed to hand them on are named. Of the others stands how many there are. People under 18 stand nowhere.
    5. What many cases have in common, such as a help line or a shop, was left out as far as it was recognised.
    6. The evidence itself is not in here. It comes with the bundle of each case.
