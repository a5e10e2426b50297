type Forget = () => void

const forgets: Forget[] = []

/** Lets go of what belongs to one workspace: ids mean other rows in the next. */
export const onWorkspaceChange = (forget: Forget): void => void forgets.push(forget)

export const forgetWorkspace = (): void => forgets.forEach((forget) => forget())
