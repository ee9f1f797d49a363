/**
 * What the verifier says. `{place}` and other names in braces are filled in, each as left-to-right
 * text of its own.
 */
export const EN = {
  title: 'Check an evidence bundle',
  intro:
    'This page checks a bundle that Amin handed over: whether it is complete, unchanged and signed. Everything happens on this device. Nothing is sent anywhere, and no connection is needed.',
  choose: 'Choose the ZIP file',
  drop: 'or drop it here',
  'published-label': 'Fingerprint of the key, as the operator publishes it (optional)',
  'published-wrong': 'A fingerprint has 64 digits from 0 to 9 and a to f.',
  'language-label': 'Language',
  reading: 'Checking {name}',
  'reading-part': '{done} of {total} MB read',
  'not-readable': 'The file cannot be read. It may have been moved, or the browser may not open it.',
  'is-age': 'This file is encrypted with age. Open it first, with: {command}',
  'verdict-holds': 'The bundle holds',
  'verdict-holds-means':
    'It is complete and unchanged since it was signed with the key whose fingerprint is shown here. Nothing that was checked contradicts anything else.',
  'verdict-broken': 'The bundle does not hold',
  'verdict-broken-means':
    'Something in it is not as it has to be: it was changed, or somebody else signed it. Do not rely on it before this is explained. Ask the operator for a fresh copy and check that one.',
  'verdict-partly': 'Nothing is wrong, but not everything was checked',
  'verdict-partly-means':
    'What could be checked here holds. What decides it has to be checked with another tool, named below.',
  'key-heading': 'Whose signature?',
  'key-wants':
    'The bundle brings its own public key, so a forger could bring theirs. Compare this fingerprint with the one that the operator publishes, received by another road than the bundle:',
  'key-agrees': 'The fingerprint is the one that you gave:',
  'key-disagrees': 'This is not the fingerprint that you gave. Somebody else signed this bundle:',
  'summary-heading': 'What was checked',
  'faults-heading': 'What does not hold',
  'details-heading': 'Details',
  'limits-heading': 'What was not checked, and what no check can show',
  'state-holds': 'holds',
  'state-broken': 'does not hold',
  'state-fits': 'fits; its own signature is not checked here',
  'state-open': 'not checked here',
  'state-nothing': 'nothing to check',
  'topic-archive': 'The archive',
  'topic-bag': 'The lists of files',
  'topic-signature': 'The signature',
  'topic-checkpoint': 'The signed checkpoint',
  'topic-chain': 'The chain of custody',
  'topic-inclusion': 'The place in the log',
  'topic-evidence': 'The evidence and its index',
  'topic-opened': 'The opened entries',
  'topic-receipts': 'The receipts to the person',
  'topic-timestamps': 'Time stamps of others',
  'topic-limits': 'Limits',
  'more-of-these': 'There are more of the same kind; they are not listed.',

  'zip-start': 'The file does not begin as a bundle begins. It is no ZIP, or its beginning was changed.',
  'zip-end-missing': 'The end of the archive is not there: the file was cut off, or its end was changed.',
  'zip-trailing': '{n} bytes were added after the end of the archive.',
  'zip-end-differs': 'The end record of the archive was changed, at byte {at}.',
  'zip-directory-broken': "The archive's table of contents cannot be read, at byte {at}.",
  'zip-directory-differs':
    "In the archive's table of contents the entry for {place} was changed: {field}, at byte {at}.",
  'zip-header-differs':
    'What stands before the file {place} in the archive was changed: {field}, at byte {at}.',
  'zip-duplicate': 'The name {place} stands in the archive twice. Two programs may show two different files.',
  'zip-order': 'The file {place} is not in its place in the archive: the order was changed.',
  'zip-gap':
    'In the archive, at byte {at}, {n} bytes belong to no file, or a file is not where it has to be. {place}',
  'zip-outside': 'The file {place} is longer than the archive: something was cut off.',
  'zip-crc': 'The content of {place} does not match its checksum in the archive: it was changed.',
  'zip-root': 'The files are not all in one folder that is named after the case.',
  'name-unsafe': 'No bundle holds a file with this name: {place}. Do not unpack this archive.',
  'file-unreadable': 'The file {place} cannot be read to its end.',
  'archive-holds': 'Every byte of the archive is as the exporter writes it. Files: {n}.',
  'archive-folder':
    'A folder was checked, so nothing is known of the ZIP that it came out of. The files themselves were checked in full.',

  'bag-required': 'The file {place} is missing. Every bundle has it.',
  'bag-declaration': '{place} is not as the format (BagIt 1.0) prescribes.',
  'bag-list-cut': 'The list {place} is cut off.',
  'bag-line-unreadable': 'In the list {place}, line {n} cannot be read.',
  'bag-line-twice': 'The list {list} names {place} twice.',
  'bag-line-foreign': 'The list {list} names {place}, which does not belong in it.',
  'bag-file-missing': 'The file {place} is missing; {list} names it.',
  'bag-file-differs': 'The file {place} was changed: it has not the hash that {list} states.',
  'bag-file-extra': 'The file {place} was added: {list} does not name it.',
  'bag-oxum': '{place} states another number or size of files than there is ({expected}).',
  'bag-code': '{place} names another case than the folder.',
  'bag-holds': 'Every file is listed, present and has its hash. Files: {n}; {bytes} bytes in data.',

  'key-unreadable': '{place} is not a key in the form in which the exporter writes it.',
  'key-compare':
    'Fingerprint of the key (SHA-256): {fingerprint}. Compare it with the one that the operator publishes.',
  'key-same': 'Fingerprint of the key (SHA-256): {fingerprint}. It is the one that you gave.',
  'key-differs':
    'The key is not the one you expect. In the bundle: {fingerprint}. Given: {published}. Somebody else signed this.',
  'note-unreadable': '{place} is missing, or is not a signed note.',
  'signature-absent': '{place} is not signed with the key that is in the bundle.',
  'signature-key-id': 'The signature in {place} names another key.',
  'signature-wrong': 'The signature in {place} is wrong: the signed text or the signature was changed.',
  'signature-unchecked':
    'The signature in {place} was not checked: this browser cannot (it lacks Ed25519). Use verify.mjs, the commands in by-hand.txt, or a newer browser.',
  'signature-form': '{place} does not have the form in which the exporter signs.',
  'signature-other':
    '{place} is not the list that was signed: it, or the files that it stands for, were changed after signing.',
  'signature-code': '{place} signs another case.',
  'signature-holds': 'All files of this bundle are signed by the key of {origin}.',

  'checkpoint-origin': '{place} is the checkpoint of another log.',
  'checkpoint-form': '{place} does not state size, root and time in the form of a checkpoint.',
  'checkpoint-holds': 'The state of the whole log at {time} is signed. Leaves: {n}.',

  'text-missing': 'The file {place} is missing, or is no text.',
  'lines-cut': 'The last line of {place} is cut off.',
  'chain-line': 'Line {place} of the chain cannot be read.',
  'chain-gap': 'Line {place} of the chain has another number: an entry is missing, doubled or moved.',
  'chain-prev': 'Entry {place} does not follow the one before it: an entry was changed, removed or put in.',
  'chain-hash': 'Entry {place} was changed: its hash does not come out.',
  'chain-header-form': 'The header of entry {place} is not in its one form (RFC 8785): it was changed.',
  'chain-header-differs': 'The header of entry {place} names another case, number or version.',
  'chain-empty': '{place} has no entry.',
  'chain-time-back':
    'Entry {place} bears an earlier time than the one before it. A clock may have been set; the order of the chain holds.',
  'chain-holds': 'Every entry was recomputed from the first on. Entries: {n}, from {from} to {to}.',

  'inclusion-unreadable': '{place} cannot be read as a proof.',
  'inclusion-entry': 'The proof is for entry {place}, which is not the last of this chain.',
  'inclusion-kind': 'Entry {place} is not the one that prepared a bundle.',
  'inclusion-leaf': 'The leaf in {place} does not state the entry that it proves.',
  'inclusion-no-checkpoint': 'Without a readable checkpoint {place} proves nothing.',
  'inclusion-size': '{place} is for another size of the log than the checkpoint states.',
  'inclusion-root': '{place} does not lead to the signed root: this chain does not stand in the signed log.',
  'inclusion-holds':
    'Entry {seq} of this chain is leaf {index} of {n} in the signed log; the proof leads to its root.',

  'index-unreadable': '{place} cannot be read.',
  'index-id': 'In {place} an item has no id, or one that another has too: {id}.',
  'index-path-twice': 'Item {place}: the index names the file {path} twice.',
  'index-file-missing': 'Item {place}: the file {path} is missing.',
  'index-differs': 'Item {place}: the file {path} is not what the index states ({field}).',
  'index-unlisted': 'The index does not name the file {place}.',
  'cleaned-copy':
    'Item {place} is a cleaned copy, without what the file told beside its content. The original is not in the bundle; its SHA-256 is the one that the chain committed to.',
  'commitment-none':
    'Item {place} was received before entries committed to the hashes of files; the chain shows it by the opened entry only.',
  'commitment-differs':
    'Item {place}: salt and hash do not give the stated commitment. The file, its hash or its salt was swapped.',
  'commitment-unknown': 'Item {place}: no entry of the chain commits to this file.',
  'received-unknown': 'Item {place}: no opened entry of the chain says that it was received.',
  'received-differs': 'Item {place}: the entry that received {path} states another {field}.',
  'hashes-unreadable': '{place} is not a table in the form in which the exporter writes it.',
  'hashes-number': '{place} has {n} lines for {of} items.',
  'hashes-differ': '{place} states other values for {id} than the index.',
  'case-code': '{place} names another case.',
  'case-head': '{place} states another end of the chain than there is.',
  'evidence-holds':
    'Every file is what the index, hashes.csv and the chain of custody say of it. Items: {n}.',

  'opened-line': 'Line {place} of the opened entries cannot be read.',
  'opened-order': 'Opened entry {place} is out of order, or there twice.',
  'opened-unknown': 'Opened entry {place} is not in the chain.',
  'opened-kinds': 'Opened entry {place} shows other kinds of events than its header names.',
  'opened-holds': 'Every opened entry has the kinds that its header names. Opened: {n} of {of}.',

  'receipt-seal':
    'The receipt in entry {place} bears the seal {seal}, which does not belong to the files that it names. A file was swapped after it was received.',
  'receipt-unknown': 'The receipt in entry {place} names a file that no opened entry received.',
  'receipt-good':
    'Receipt in entry {place}: seal {seal}, files: {n}. The person can compare it with the receipt in their chat.',
  'linking-good':
    'Entry {place} commits to the run that found the links of this dossier, and data/linking.json is that run. Links: {n}.',
  'linking-none': 'Entry {place} was made before dossiers committed to the run that found their links.',
  'linking-missing':
    'Entry {place} and data/linking.json do not stand together: the run that found the links, or what opens its commitment, is missing.',
  'linking-differs':
    'Entry {place} commits to another run than data/linking.json shows. The links or how they were found were changed.',
  'receipt-none': 'There is no receipt with a seal to check.',
  'receipts-hold': 'Every seal on a receipt is that of the files it names. Receipts: {n}.',

  'token-unreadable': '{place} is not a time stamp that can be read (RFC 3161).',
  'token-refused': '{place}: the authority refused to stamp.',
  'token-other': 'The time stamp {place} is for something else than this checkpoint.',
  'token-time': '{authority} stamped this checkpoint at {time}.',
  'token-authority': "The authority's own signature on {place} is not checked here. Do it with: {command}",
  'token-none': 'No outside authority stamped this checkpoint: the times are those of the operator.',
  'token-holds': 'Every time stamp is for this checkpoint. Stamps: {n}.',

  'limit-sealed':
    'The entries are sealed in the chain. That an opened entry is word for word what was sealed, only the operator can show, with the key of the case.',
  'limit-report':
    'The report (report.pdf) is signed with the rest, but its words are not compared with the data. Where they differ, the data count.',
  'limit-intake':
    'What holds was not changed since it was recorded. It does not show that the operator recorded the truth at the beginning, nor who made a picture or wrote a message.',
  'limit-verifier':
    'This verifier came with the bundle. A forger could swap it too: run the verifier of the operator, of another bundle, or the commands in by-hand.txt.',
} as const

export type WordKey = keyof typeof EN
