-- Territorial food projects (« projets alimentaires territoriaux ») and the communes they cover: a reference list, replaced as a whole.
create table food_project (
  code text primary key,
  name text
);
comment on column food_project.name is 'Null when the list that was loaded gives codes only.';

create table food_project_commune (
  food_project_code text not null references food_project on delete cascade,
  commune_code text not null,
  primary key (food_project_code, commune_code)
);
create index food_project_commune_commune on food_project_commune (commune_code);
