// biome-ignore-all format: lists of words
// Words of which names are made, in the manner of the declarations published as open data (2022 and 2023).

/** Whom schools, hospitals and restaurants are named after. */
export const eponyms = [
  'Jean Moulin', 'Jules Ferry', 'Jacques Prévert', 'Jean Rostand', 'Albert Camus', 'Jean Jaurès', 'Saint-Exupéry', 'Simone Veil', 'Jean Monnet', 'Jean Zay', 'René Cassin', 'Victor Hugo',
  'Louise Michel', 'Lucie Aubrac', 'Georges Brassens', 'Paul Langevin', 'Jules Verne', 'Pierre et Marie Curie', 'Joliot-Curie', 'Louis Pasteur', 'Marcel Pagnol', 'Henri Wallon', 'Paul Éluard',
  'Camille Claudel', 'Émile Zola', 'Alphonse Daudet', 'Antoine de Saint-Exupéry', 'Frédéric Mistral', 'Pierre de Ronsard', 'François Rabelais', 'Molière', 'Voltaire', 'Jean de La Fontaine',
  'Charles Perrault', 'George Sand', 'Colette', 'Marguerite Duras', 'Marguerite Yourcenar', 'Simone de Beauvoir', 'Olympe de Gouges', 'Rosa Parks', 'Nelson Mandela', 'Anne Frank', 'Robert Doisneau',
  'Robert Desnos', 'Louis Aragon', 'Arthur Rimbaud', 'Paul Verlaine', 'Charles Baudelaire', 'Guillaume Apollinaire', 'Alfred de Musset', 'Alphonse de Lamartine', 'Honoré de Balzac', 'Gustave Flaubert',
  'Guy de Maupassant', 'Stendhal', 'Anatole France', 'Romain Rolland', 'Jean Giono', 'André Malraux', 'François Mauriac', 'Henri Matisse', 'Claude Monet', 'Auguste Renoir', 'Paul Cézanne', 'Vincent van Gogh',
  'Pablo Picasso', 'Claude Debussy', 'Hector Berlioz', 'Maurice Ravel', 'Édith Piaf', 'Jacques Brel', 'Barbara', 'Charles de Gaulle', 'Léon Blum', 'Pierre Mendès France', 'François Mitterrand',
  'Georges Pompidou', 'Robert Schuman', 'Aristide Briand', 'Georges Clemenceau', 'Léon Gambetta', 'Sadi Carnot', 'Lazare Carnot', 'Général Leclerc', 'Maréchal Foch', 'Danton', 'Robespierre', 'Condorcet',
  'Diderot', 'Jean-Jacques Rousseau', 'Montesquieu', 'Descartes', 'Blaise Pascal', 'Denis Papin', 'Ampère', 'Lavoisier', 'Claude Bernard', 'Ambroise Paré', 'Jean Macé', 'Célestin Freinet', 'Maria Montessori',
  'Françoise Dolto', 'Paul Bert', 'Ferdinand Buisson', 'Pauline Kergomard', 'Marie Curie', 'Irène Joliot-Curie', 'Sophie Germain', 'Thomas Pesquet', 'Youri Gagarine', 'Louis Blériot', 'Hélène Boucher',
  'Maryse Bastié', 'Roland Garros', 'Jean Mermoz', 'Jean-Baptiste Charcot', 'Paul-Émile Victor', 'Jacques-Yves Cousteau', 'Éric Tabarly', 'Alain Colas', 'Marcel Cerdan', 'Alice Milliat', 'Joséphine Baker',
  'Aimé Césaire', 'Gaston Monnerville', 'Félix Éboué', 'Victor Schœlcher', 'Toussaint Louverture', 'Frantz Fanon', 'Leconte de Lisle', 'Roland Dorgelès', 'Raymond Queneau', 'Boris Vian', 'René Char',
  'Pierre Brossolette', 'Guy Môquet', 'Manouchian', 'Danielle Casanova', 'Berty Albrecht', 'Geneviève de Gaulle-Anthonioz', 'Germaine Tillion', 'Pierre Semard', 'Henri Barbusse', 'Maurice Thorez', 'Elsa Triolet',
  'Jean Vilar', 'Gérard Philipe', 'Jean Cocteau', 'Jacques Tati', 'Agnès Varda', 'Jean Renoir', 'Les frères Lumière', 'Jean Bart', 'Surcouf', 'La Pérouse', 'Bougainville', 'Vauban', 'Sully', 'Henri IV', 'Jeanne d’Arc',
  'Aliénor d’Aquitaine', 'Anne de Bretagne', 'Du Guesclin', 'Bayard', 'Vercingétorix', 'Max Jacob', 'Tristan Corbière', 'Per Jakez Helias', 'René-Guy Cadou', 'Xavier Grall', 'Marcel Proust', 'Alain-Fournier',
  'Maurice Genevoix', 'Max Linder', 'Joachim du Bellay', 'Théophile Gautier', 'Jean Racine', 'Pierre Corneille', 'Beaumarchais', 'Lakanal', 'Jean Perrin', 'Louis Armand', 'Gustave Eiffel', 'Le Corbusier', 'Jean Prouvé',
] as const

/** Flowers, trees, views: homes, nurseries, leisure centres. */
export const places = [
  'Les Tilleuls', 'Les Glycines', 'Les Magnolias', 'Les Orchidées', 'Les Lilas', 'Les Mimosas', 'Les Roses', 'Les Camélias', 'Les Hortensias', 'Les Marronniers', 'Les Peupliers', 'Les Chênes', 'Les Pins', 'Les Cèdres',
  'Les Oliviers', 'Les Acacias', 'Les Cerisiers', 'Les Amandiers', 'Les Charmilles', 'Les Érables', 'Les Bouleaux', 'Les Platanes', 'Les Cyprès', 'Les Genêts', 'Les Bruyères', 'Les Fougères', 'Les Coquelicots',
  'Les Bleuets', 'Les Primevères', 'Les Violettes', 'Les Jonquilles', 'Les Pervenches', 'Les Alizés', 'Les Embruns', 'Les Goélands', 'Les Hirondelles', 'Les Mésanges', 'Les Alouettes', 'Les Cigales', 'Les Coccinelles',
  'Les Papillons', 'Les Abeilles', 'Les Écureuils', 'Les Lutins', 'Les Petits Loups', 'Les Petits Pas', 'Les Petits Princes', 'Les Bambins', 'Les Galipettes', 'Les Farfadets', 'Les Moussaillons', 'Les P’tits Loups',
  'Les Jardins d’Arcadie', 'Les Jardins du Parc', 'Les Terrasses', 'Les Remparts', 'Les Quatre Vents', 'Les Quatre Saisons', 'Les Trois Clochers', 'Les Deux Rivières', 'Les Grands Prés', 'Les Sources', 'Les Fontaines',
  'Les Coteaux', 'Les Vignes', 'Les Moulins', 'Les Prés Verts', 'Les Hauts de Seine', 'Les Rives du Lac', 'Le Clos Fleuri', 'Le Clos des Vignes', 'Le Bois Joli', 'Le Bois Dormant', 'Le Val Fleuri', 'Le Parc',
  'Le Château', 'Le Moulin', 'Le Verger', 'Le Plein Soleil', 'Le Grand Jardin', 'Le Petit Prince', 'Le Manège enchanté', 'Le Jardin des Sens', 'La Roseraie', 'La Pommeraie', 'La Chênaie', 'La Cerisaie', 'La Vendinelle',
  'La Fontaine', 'La Source', 'La Passerelle', 'La Parade', 'La Varenne', 'La Colline', 'La Garenne', 'La Marelle', 'La Farandole', 'La Ribambelle', 'La Clairière', 'La Prairie', 'La Maison bleue', 'La Croix Rouge',
  'La Belle Étoile', 'La Rose des vents', 'L’Orée du bois', 'L’Arc-en-ciel', 'L’Oiseau bleu', 'L’Île aux enfants', 'L’Escale', 'L’Ermitage', 'L’Olivier', 'L’Horizon', 'L’Aubade', 'L’Étoile du matin', 'Bel Air',
  'Bellevue', 'Beau Soleil', 'Beauséjour', 'Mon Repos', 'Bon Accueil', 'Belle Rive', 'Bois Joli', 'Champ de Mars', 'Pré Saint-Jean', 'Clair Logis', 'Sainte-Marthe', 'Saint-Joseph', 'Saint-Jean', 'Sainte-Anne',
  'Saint-Vincent-de-Paul', 'Notre-Dame', 'Sacré-Cœur', 'Saint-Louis', 'Saint-Michel', 'Sainte-Marie', 'Saint-Pierre', 'Jeanne d’Arc', 'Saint-Charles', 'Sainte-Thérèse', 'Saint-Martin', 'Sainte-Famille',
] as const

export const firstNames = [
  'Camille', 'Marie', 'Nathalie', 'Isabelle', 'Sylvie', 'Catherine', 'Christine', 'Valérie', 'Sandrine', 'Véronique', 'Stéphanie', 'Céline', 'Aurélie', 'Émilie', 'Julie', 'Laura', 'Manon', 'Léa', 'Chloé', 'Inès',
  'Fatima', 'Nadia', 'Samira', 'Yasmina', 'Aïcha', 'Leïla', 'Aminata', 'Fatoumata', 'Mariama', 'Linh', 'Mai', 'Solène', 'Gwenaëlle', 'Maëlys', 'Anaïs', 'Élodie', 'Hélène', 'Françoise', 'Martine', 'Brigitte',
  'Jean', 'Pierre', 'Michel', 'Philippe', 'Alain', 'Patrick', 'Nicolas', 'Christophe', 'Laurent', 'Frédéric', 'Stéphane', 'David', 'Sébastien', 'Julien', 'Thomas', 'Alexandre', 'Maxime', 'Hugo', 'Lucas', 'Théo',
  'Karim', 'Mohamed', 'Rachid', 'Mehdi', 'Youssef', 'Moussa', 'Ibrahima', 'Mamadou', 'Minh', 'Yann', 'Erwan', 'Loïc', 'Gaël', 'Joël', 'Cédric', 'Olivier', 'Bruno', 'Éric', 'Thierry', 'François', 'Dominique', 'Claude',
] as const

export const lastNames = [
  'Martin', 'Bernard', 'Thomas', 'Petit', 'Robert', 'Richard', 'Durand', 'Dubois', 'Moreau', 'Laurent', 'Simon', 'Michel', 'Lefebvre', 'Leroy', 'Roux', 'David', 'Bertrand', 'Morel', 'Fournier', 'Girard', 'Bonnet',
  'Dupont', 'Lambert', 'Fontaine', 'Rousseau', 'Vincent', 'Muller', 'Lefèvre', 'Faure', 'André', 'Mercier', 'Blanc', 'Guérin', 'Boyer', 'Garnier', 'Chevalier', 'François', 'Legrand', 'Gauthier', 'Garcia', 'Perrin',
  'Robin', 'Clément', 'Morin', 'Nicolas', 'Henry', 'Roussel', 'Mathieu', 'Gautier', 'Masson', 'Marchand', 'Duval', 'Denis', 'Dumont', 'Marie', 'Lemaire', 'Noël', 'Meyer', 'Dufour', 'Meunier', 'Brun', 'Blanchard',
  'Giraud', 'Joly', 'Rivière', 'Lucas', 'Brunet', 'Gaillard', 'Barbier', 'Arnaud', 'Martinez', 'Gérard', 'Roche', 'Renard', 'Schmitt', 'Roy', 'Leroux', 'Colin', 'Vidal', 'Caron', 'Picard', 'Roger', 'Fabre', 'Aubert',
  'Lemoine', 'Renaud', 'Dumas', 'Lacroix', 'Olivier', 'Philippe', 'Bourgeois', 'Pierre', 'Benoît', 'Rey', 'Leclerc', 'Payet', 'Rolland', 'Leclercq', 'Guillaume', 'Lecomte', 'Lopez', 'Jean', 'Dupuy', 'Guillot', 'Hubert',
  'Berger', 'Carpentier', 'Sanchez', 'Dupuis', 'Moulin', 'Louis', 'Deschamps', 'Huet', 'Vasseur', 'Perez', 'Boucher', 'Fleury', 'Royer', 'Klein', 'Jacquet', 'Adam', 'Paris', 'Poirier', 'Marty', 'Aubry', 'Guyot', 'Carré',
  'Charles', 'Renault', 'Charpentier', 'Ménard', 'Maillard', 'Baron', 'Bertin', 'Bailly', 'Hervé', 'Schneider', 'Fernandez', 'Le Gall', 'Collet', 'Léger', 'Bouvier', 'Julien', 'Prévost', 'Millet', 'Perrot', 'Daniel',
  'Benali', 'Diallo', 'Traoré', 'Nguyen', 'Tran', 'Da Silva', 'Fernandes', 'Ferreira', 'Haddad', 'Hoarau', 'Grondin', 'Kaya', 'Cissé', 'Camara', 'Coulibaly', 'Bensaïd', 'El Amrani', 'Kowalski', 'Rossi', 'Le Goff',
] as const

/**
 * How names of each kind of place are made. {eponym}, {place}, {commune} are replaced; {de commune} too, with its « de », « d’ », « du » or « des ».
 * A pattern that stands twice is twice as frequent.
 */
export const patterns = {
  school: [
    'Ecole {eponym}', 'Ecole {eponym}', 'École {eponym}', 'École {eponym}', 'Ecole primaire {eponym}', 'Ecole maternelle {eponym}', 'École maternelle {place}', 'Ecole élémentaire {eponym}', 'Groupe scolaire {eponym}',
    'Groupe scolaire {place}', 'Restaurant scolaire', 'Restaurant scolaire {de commune}', 'Restaurant scolaire {de commune}', 'Restaurant scolaire {eponym}', 'Restauration scolaire {commune}', 'Cantine scolaire',
    'Cantine {de commune}', 'Cantine scolaire {de commune}', 'Commune {de commune}', 'Mairie', 'Mairie {de commune}', '{eponym} maternelle', '{eponym} élémentaire', '{eponym}', 'Maternelle {place}', 'Ecole primaire publique',
    'Ecole publique {commune}', 'Ecole {place} ({commune})', 'Ecole primaire {place}', 'Ecole {de commune}', 'Elémentaire {eponym}', 'RPI {commune}', 'Cantine {place}', 'Ecole privée {place}', 'OGEC {place}', 'Ecole du Lac',
    'Ecole primaire {eponym} - {commune}', 'Restaurant scolaire {eponym} (maternelle et élémentaire)', 'Satellite école {eponym}',
  ],
  schoolLong: [
    'Syndicat intercommunal du regroupement pédagogique {de commune}, site de l’école {eponym} et de son annexe {place}',
    'Restaurant scolaire {eponym} (maternelle et élémentaire + site élémentaire {eponym} en satellite), commune {de commune}',
    'Association des parents d’élèves pour la gestion de la cantine de l’école {eponym} {de commune}',
  ],
  college: [
    'Collège {eponym}', 'Collège {eponym}', 'Collège {eponym}', 'Collège {eponym}', 'Collège {eponym}', 'Collège {place}', 'Collège {eponym} - {commune}', 'Collège {de commune}', 'College {eponym}', 'Collège privé {place}',
    'Collège {eponym} ({commune})', 'Ensemble scolaire {place}', 'Clg {eponym}',
  ],
  lycee: [
    'Lycée {eponym}', 'Lycée {eponym}', 'Lycée polyvalent {eponym}', 'Lycée professionnel {eponym}', 'Lycée général et technologique {eponym}', 'LP {eponym}', 'Lycée {eponym} - {commune}', 'Cité scolaire {eponym}',
    'Lycée des métiers {eponym}', 'Lycée {place}', 'EREA {eponym}',
  ],
  farmSchool: ['Lycée agricole {eponym}', 'Lycée agricole {de commune}', 'EPLEFPA {de commune}', 'MFR {de commune}', 'Maison familiale rurale {place}', 'LEGTA {eponym}', 'Campus agricole {commune}'],
  university: ['Restaurant universitaire {eponym}', 'Resto U’ {commune}', 'RU {place}', 'Cafétéria {eponym}', 'CROUS - Restaurant universitaire {place}', 'Crous’t {place}', 'Restaurant universitaire {place} - CROUS {de commune}'],
  training: ['CFA {de commune}', 'AFPA {de commune}', 'Centre de formation {eponym}', 'Institut {eponym}', 'Campus des métiers {commune}', 'Ecole de la deuxième chance {commune}'],
  hospital: ['Centre hospitalier {de commune}', 'Centre hospitalier {de commune}', 'CH {commune}', 'Hôpital {eponym}', 'Hopital {place}', 'Centre hospitalier {eponym}', 'Hôpital local {de commune}', 'Centre hospitalier intercommunal {de commune}', 'EPSM {commune}'],
  clinic: ['Clinique {place}', 'Clinique {place}', 'Clinique {de commune}', 'Polyclinique {place}', 'Clinique {eponym}', 'Clinique {place} - {commune}', 'Hôpital privé {de commune}'],
  care: ['Centre de soins {place}', 'SSR {place}', 'Centre de rééducation {place}', 'Centre de réadaptation {eponym}', 'Établissement de soins {place} ({commune})'],
  home: [
    'EHPAD {place}', 'EHPAD {place}', 'EHPAD {place}', 'Ehpad {eponym}', 'EHPAD {de commune}', 'Résidence {place}', 'Résidence {place}', 'Residence {place}', 'Résidence autonomie {place}', 'Maison de retraite {place}', 'Foyer {place}',
    'EHPAD Résidence {place}', 'EHPAD {place} - {commune}', 'EHPAD {place} ({commune})', 'Foyer logement {place}', 'CCAS {de commune}',
  ],
  homeLong: [
    'Etablissement d’hébergement pour personnes âgées dépendantes Résidence {place} ({commune})',
    'Centre départemental d’accueil de soins et d’hébergement pour personnes âgées dépendantes {place} - {commune}',
    'Groupement de coopération sociale et médico-sociale {de commune} et de son territoire - EHPAD et foyer de vie {place}',
  ],
  nursery: [
    'Crèche {place}', 'Crèche {place}', 'Crèche {place}', 'Micro-crèche {place}', 'Micro crèche {place}', 'Multi-accueil {place}', 'Multi accueil {place}', 'Crèche collective {place}', 'Maison de la petite enfance {commune}',
    'Crèche municipale {place}', 'Crèche familiale {commune}', 'Halte-garderie {place}', 'Jardin d’enfants {place}', 'Crèche {place} {commune}',
  ],
  social: ['IME {place}', 'ITEP {place}', 'I.M.E. {place}', 'ESAT {place}', 'ESAT {de commune}', 'Foyer de vie {place}', 'MAS {place}', 'FAM {place}', 'CHRS {place}', 'Foyer d’accueil {eponym}', 'Institut médico-éducatif {place}', 'APF {commune}', 'Maison d’enfants {eponym}'],
  office: ['Restaurant administratif {de commune}', 'RIA {place}', 'Restaurant inter-administratif {commune}', 'Cité administrative {commune}', 'Restaurant du personnel {commune}', 'DDFIP {commune}', 'Préfecture {commune}', 'AGRAF {commune}', 'Self de la cité administrative {eponym}'],
  town: ['Restaurant municipal {de commune}', 'Restaurant du personnel municipal {de commune}', 'Restaurant administratif {de commune}', 'Self de l’hôtel de ville {commune}', 'Restaurant du conseil départemental {commune}', 'Portage de repas CCAS {de commune}'],
  barracks: ['Cercle mixte {de commune}', 'Cercle mixte de gendarmerie {de commune}', 'Mess {de commune}', 'Quartier {eponym}', 'Caserne {eponym}', 'CRS {commune}', 'Cercle de garnison {de commune}'],
  prison: ['Centre pénitentiaire {de commune}', 'CP {commune}', 'Maison d’arrêt {de commune}', 'CD {commune}', 'Centre de détention {de commune}', 'EPM {commune}'],
  leisure: ['Centre de loisirs {place}', 'Accueil de loisirs {commune}', 'ALSH {place}', 'Centre aéré {de commune}', 'Centre de loisirs {eponym}', 'ALSH {commune}', 'Maison des jeunes {commune}'],
  holidays: ['Centre de vacances {place}', 'UCPA {commune}', 'Village vacances {place}', 'CREPS {de commune}', 'Base de loisirs {de commune}', 'Colonie {place}', 'Centre sportif {eponym}'],
  company: ['Restaurant d’entreprise {commune}', 'RIE {place}', 'RIE {commune}', 'Cafétéria {place}', 'Self {place}', 'Cantine du site {de commune}', 'Restaurant inter-entreprises {place}', 'Le 7 - {commune}', 'Espace restauration {eponym}', 'Restaurant {place}', 'NCT+ {commune}', 'Les 4 fourchettes'],
  kitchen: ['Cuisine centrale {de commune}', 'Cuisine centrale {commune}', 'Cuisine centrale {place}', 'UCP {commune}', 'Restauration scolaire {de commune}', 'SIVOM {de commune}', 'Syndicat de restauration {de commune}', 'Groupe {commune}', 'Satellites {de commune}'],
} as const

export type NameKind = keyof typeof patterns
