-- A package is read with all its lines, those that were replaced too: a partial index left that to a scan of the table.
drop index carepackages.call_line_package;
create index call_line_package on carepackages.call_line (care_package_id);
