/** Apart from the others: they are needed where something is edited alone. */
export const editConflict = {
  title: 'Somebody else has changed this meanwhile',
  hint: 'Nothing of yours is saved, and it is all still here. Load the newest version to see the other changes: it takes the place of what you typed.',
  loadNewest: 'Load the newest version',
};
