-- Mails of a site without a mail server (demonstration, tests): kept here instead of being sent.
create table sent_mail (
  id bigint generated always as identity primary key,
  sent_at timestamptz not null,
  recipient text not null,
  subject text not null,
  body text not null
);
create index sent_mail_recipient on sent_mail (recipient, id desc);
