"""From a folder of identities to a data set the trainer reads: aligned, sharded, checksummed, with a report.

`sources` lists what there is, `crops` aligns one picture, `parts` does so in processes and survives being killed,
`screening` finds duplicates and wrong labels, `shards` writes the archives, `manifest` seals and verifies them,
`report` tells what was left out and why, `dataset` is the whole of it.
"""
