/** A claw in a circle: the face of the agent that "Connect OpenClaw" makes. */
export const openClawAvatar = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img" aria-label="OpenClaw">
<circle cx="32" cy="32" r="32" fill="#d6452c"/>
<path d="M20 46c-4-10-2-22 8-28 3-2 6-1 5 2-1 4-1 7 2 10 2-4 6-7 11-7 3 0 4 3 2 5-2 3-5 4-7 9-2 6-6 10-12 10-4 0-7-1-9-1z" fill="#fff"/>
</svg>
`;
