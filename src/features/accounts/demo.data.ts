/** People of the told stories. Their mailbox is the page of sent mails. */
export const demoPeople = [
  {
    id: 'demo-elodie',
    firstName: 'Élodie',
    lastName: 'Martin',
    email: 'elodie.martin@cantine.example',
    story: 'gestionnaire d’une école',
  },
  {
    id: 'demo-karim',
    firstName: 'Karim',
    lastName: 'Benali',
    email: 'karim.benali@cantine.example',
    story: 'chef d’une cuisine centrale',
  },
  {
    id: 'demo-solene',
    firstName: 'Solène',
    lastName: 'Hoarau',
    email: 'solene.hoarau@cantine.example',
    story: 'diététicienne dans un hôpital de La Réunion',
  },
  {
    id: 'demo-jean',
    firstName: 'Jean',
    lastName: 'Petit',
    email: 'jean.petit@cantine.example',
    story: 'nouvel arrivant, sans cantine encore',
  },
  {
    id: 'demo-nadia',
    firstName: 'Nadia',
    lastName: 'Lefèvre',
    email: 'nadia.lefevre@cantine.example',
    story: 'de l’équipe de ma cantine, qui aide les autres',
    isStaff: true,
  },
] as const
