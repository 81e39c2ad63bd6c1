-- Archives are folded already, and read by parts: no second folding, which would be unfolded whole for each.
alter table invoice_batch_file alter column content set storage external;
