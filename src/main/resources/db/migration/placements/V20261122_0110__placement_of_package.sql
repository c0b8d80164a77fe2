-- A package's page asks for its placements by the reference in its address.
create index placement_package_ref on placements.placement (package_ref);
